/** Words of the tape in the dock. */

const de = {
  name: 'Band des Laufs',
  hint: 'Zieh den Knopf zurück: Alle Bilder zeigen dann das Netz eines früheren Schritts.',
  empty: 'Sobald das Training läuft, wird es hier mitgeschnitten.',
  start: (step: string) => `Schritt ${step}`,
  now: (step: string, limit: string) => `jetzt, Schritt ${step} von ${limit}`,
  at: (step: string, present: string) => `Schritt ${step} von ${present}, mitgeschnitten`,
  shown: 'Band: Schritt',
  present: (step: string) => `· live: ${step}`,
  ofRun: (step: string) => `von ${step}`,
  fetching: 'wird geholt …',
  failed: 'Dieser Schritt lässt sich gerade nicht zeigen.',
  play: 'Band abspielen',
  forward: 'Vorwärts abspielen',
  back: 'Rückwärts abspielen',
  pause: 'Anhalten',
  rate: 'Mitgeschnittene Schritte je Sekunde',
  rateOption: (rate: string) => `${rate}/s`,
  live: 'Live',
  isLive: 'Du siehst das Netz, wie es jetzt ist',
  liveHint: 'Zurück zum Netz, wie es jetzt ist',
  about: 'Was das Band ist',
}

export type TapeWords = typeof de

const en: TapeWords = {
  name: 'Tape of the run',
  hint: 'Pull the knob back: all pictures then show the network of an earlier step.',
  empty: 'As soon as the training runs, it is recorded here.',
  start: (step) => `step ${step}`,
  now: (step, limit) => `now, step ${step} of ${limit}`,
  at: (step, present) => `step ${step} of ${present}, recorded`,
  shown: 'Tape: step',
  present: (step) => `· live: ${step}`,
  ofRun: (step) => `of ${step}`,
  fetching: 'being fetched …',
  failed: 'This step cannot be shown at the moment.',
  play: 'Play the tape',
  forward: 'Play forward',
  back: 'Play backward',
  pause: 'Stop',
  rate: 'Recorded steps a second',
  rateOption: (rate) => `${rate}/s`,
  live: 'Live',
  isLive: 'You see the network as it is now',
  liveHint: 'Back to the network as it is now',
  about: 'What the tape is',
}

export const tapeWords = { de, en }
