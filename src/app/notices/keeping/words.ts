/** What is said about kept runs; what is wrong with keeping is in `i18n/keepProblems.ts`. */

export const de = {
  standsAt: (named: string, moment: string, step: string, limit: string) =>
    `Der Lauf ${named}vom ${moment} steht bei Schritt ${step} von ${limit}`,
  isDone: (named: string, moment: string, steps: string) =>
    `Der Lauf ${named}vom ${moment} ist fertig: ${steps} Schritte`,
  named: (name: string) => `„${name}“ `,
  reached: (seed: string, accuracy: string | null) =>
    accuracy === null ? ` (Startwert ${seed}).` : ` (Startwert ${seed}, Genauigkeit ${accuracy}).`,
  failed: (step: string) => `Bis Schritt ${step} ist der Lauf gesichert.`,
  goOn: (step: string) => `Weiter ab Schritt ${step}`,
  open: 'Wieder öffnen',
  startOver: 'Neu beginnen',
  isComing: 'Der Lauf wird geholt …',
  needs: {
    files: (train: string) =>
      `Dieser Lauf hat aus eigenen Dateien gelernt (${train} Trainingsbilder). Öffne dieselben Dateien unter „Rechenweg und Daten“, dann geht er weiter. Ansehen kannst du ihn schon jetzt, unter „Läufe“.`,
    mnist: () =>
      'Dieser Lauf hat aus MNIST gelernt, und MNIST ist hier gerade nicht zu haben. Lade es unter „Rechenweg und Daten“, dann geht er weiter. Ansehen kannst du ihn schon jetzt, unter „Läufe“.',
    'built-in': () =>
      'Dieser Lauf hat aus eingebauten Ziffern gelernt, die diese Version der Seite anders schreibt. Er lässt sich darum nur noch ansehen, unter „Läufe“.',
  },
  elsewhere: (step: string, from: string, to: string) =>
    `Bis Schritt ${step} hat ${from} gerechnet, ab hier rechnet ${to}: Die Zahlen stimmen bis auf Rundung mit denen eines Laufs ohne Pause überein.`,
  otherKernels: (step: string, backend: string) =>
    `Ab Schritt ${step} rechnet ${backend} auf diesem Gerät mit anderen Rundungen als zuvor: Die Zahlen stimmen bis auf Rundung mit denen eines Laufs ohne Pause überein.`,
}

export const en = {
  standsAt: (named: string, moment: string, step: string, limit: string) =>
    `The run ${named}of ${moment} stands at step ${step} of ${limit}`,
  isDone: (named: string, moment: string, steps: string) =>
    `The run ${named}of ${moment} is finished: ${steps} steps`,
  named: (name: string) => `“${name}” `,
  reached: (seed: string, accuracy: string | null) =>
    accuracy === null ? ` (seed ${seed}).` : ` (seed ${seed}, accuracy ${accuracy}).`,
  failed: (step: string) => `The run is kept up to step ${step}.`,
  goOn: (step: string) => `Continue at step ${step}`,
  open: 'Open it again',
  startOver: 'Start over',
  isComing: 'Fetching the run …',
  needs: {
    files: (train: string) =>
      `This run learned from your own files (${train} training images). Open the same files under “Compute and data”, and it goes on. You can look at it now already, under “Runs”.`,
    mnist: () =>
      'This run learned from MNIST, which is not available here right now. Load it under “Compute and data”, and it goes on. You can look at it now already, under “Runs”.',
    'built-in': () =>
      'This run learned from built-in digits that this version of the page writes differently. So it can only be looked at, under “Runs”.',
  },
  elsewhere: (step: string, from: string, to: string) =>
    `Up to step ${step} this was computed by ${from}, from here on by ${to}: the numbers agree with those of a run without a break within rounding.`,
  otherKernels: (step: string, backend: string) =>
    `From step ${step} on, ${backend} rounds differently on this device than before: the numbers agree with those of a run without a break within rounding.`,
} satisfies typeof de
