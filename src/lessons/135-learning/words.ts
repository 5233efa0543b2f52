import { planeWords, stopWords } from './stopWords.ts'
import type { Variable } from './variables.ts'

const de = {
  view: 'Anzeigen',
  views: { step: 'ein Schritt', run: 'ganzer Lauf' },
  take: 'Schritt in Zeitlupe',
  coming: 'Der Schritt wird gemacht und zerlegt …',
  invite: 'Mach einen Schritt: ein echter Schritt des Laufs, bei dem du überall zusehen kannst.',
  over: 'Der Lauf ist fertig. Mach ihn länger oder beginne neu: Dann geht ein Schritt in Zeitlupe.',
  pauses: 'Das Training hält für einen Schritt in Zeitlupe an.',
  shown: (step: string, place: string, label: string, loss: string) =>
    `Schritt ${step}, Bild ${place} von 50: Label ${label}, Verlust ${loss}.`,
  notOnTape: 'Auf dem Band stehen keine Schritte in Zeitlupe, dies bleibt der letzte.',
  runIsAt: (step: string) => `Der Lauf steht inzwischen bei Schritt ${step}.`,
  player: 'Schritt in Zeitlupe',
  phases: { forward: 'vorwärts', loss: 'Verlust', backward: 'rückwärts: Gradienten', update: 'Änderung' },
  stops: stopWords.de,
  planes: planeWords.de,
  ofDigit: (digit: string, value: string) => `Ziffer ${digit}: ${value}`,
  hintTen: 'Zeig auf einen Balken: Hier steht dann der genaue Wert.',
  nothing: 'noch kein Schritt in Zeitlupe',
  batch: 'Die 50 Bilder dieses Schritts, das schlimmste zuerst',
  batchHint: 'Zeig auf ein Bild. Ein Klick verfolgt es durch diesen Schritt.',
  image: (label: string, answer: string, loss: string) =>
    `Label ${label}, Antwort ${answer}, Verlust ${loss}.`,
  mean: (sum: string, count: string, mean: string) =>
    `${sum} : ${count} = ${mean}: der Verlust dieses Schritts.`,
  gradientOf: (what: string) => `Gradienten: ${what}`,
  variable: 'Schicht',
  variables: {
    conv1: 'conv1, 32 Filter',
    conv2: 'conv2, ein Filter',
    fc1: 'fc1, ein Neuron',
    fc2: 'fc2, eine Ziffer',
  } satisfies Record<Variable, string>,
  group: { conv1: 'Filter', conv2: 'Filter', fc1: 'Neuron', fc2: 'Ziffer' } satisfies Record<
    Variable,
    string
  >,
  groups: {
    conv1: (index: string) => index,
    conv2: (index: string) => `${index} von 64`,
    fc1: (index: string) => `Nr. ${index}`,
    fc2: (index: string) => index,
  } satisfies Record<Variable, (index: string) => string>,
  pickHint: 'Klick auf ein Gewicht, um es zu wählen.',
  arithmetic: (map: string, row: string, column: string) =>
    `Adam für ein Gewicht: Karte ${map}, Zeile ${row}, Spalte ${column}`,
  gradient: 'Gradient',
  meanMoment: 'm, neu',
  squareMoment: 'v, neu',
  correctedMean: 'm, bereinigt',
  correctedSquare: 'v, bereinigt',
  update: 'Änderung',
  weight: 'Gewicht',
  before: 'vorher',
  ratio: (share: string) =>
    `Das ${share}-fache der Lernrate: Adam misst den Gradienten an seiner üblichen Größe.`,
  rounding: (gap: string) => `(Rundung ${gap})`,
  through: 'Das gewählte Gewicht und seine Nachbarn',
  parts: {
    before: 'vorher',
    gradient: 'Gradient',
    mean: 'm danach',
    square: 'v danach',
    change: 'Änderung',
    after: 'nachher',
  },
  upTo: (limit: string) => `bis ${limit}`,
  checkHeading: 'Ohne Backpropagation',
  checkSays:
    'Das Gewicht um h größer und um h kleiner, jedes Mal der Verlust aller 50 Bilder, mit derselben Dropout-Maske:',
  measure: 'Nachmessen',
  stop: 'Abbrechen',
  measuring: (share: string) => `${share} gerechnet`,
  byBackpropagation: 'Gradient aus der Backpropagation',
  above: 'L(w + h)',
  below: 'L(w − h)',
  measured: 'nachgemessen',
  difference: 'Unterschied',
  noneTipped:
    'Kein ReLU und kein Maximum kippte dazwischen. Was bleibt, ist Rundung: Das Training rechnet mit 7 Stellen, die Probe mit 16.',
  tipped: (count: string) =>
    `Dazwischen kippten ReLUs oder Maxima (${count}): Dort hat der Verlust einen Knick. Auch darum weichen die Zahlen ab.`,
  flows: { gradients: 'Größe der Gradienten', updates: 'Größe der Änderungen' },
  step: 'Schritt',
  size: 'Größe (logarithmisch)',
  noFlows: {
    now: 'Noch kein Schritt. Starte unten das Training, dann wachsen hier die Kurven.',
    past: 'Bei diesem Schritt waren die Kurven noch leer: Sie beginnen mit Schritt 1.',
  },
  ratios: (step: string, list: string) =>
    `Größe heißt hier: die Wurzel aus dem Mittel der Quadrate, über alle Gewichte einer Schicht. Schritt ${step} änderte sie um: ${list}.`,
  vanishing:
    'Auf dem Weg zurück wird der Gradient in jeder Schicht mit deren Gewichten multipliziert. Sind sie klein, schrumpft er dabei, und die vorderen Schichten lernen fast nichts: Er verschwindet.',
  exploding:
    'Sind sie groß, wächst er und explodiert: Ein Schritt wirft die Gewichte weit fort. Adam teilt jeden Gradienten durch seine übliche Größe; darum liegen seine Änderungen nahe beieinander.',
}
export type LearningWords = typeof de

const en: LearningWords = {
  view: 'Show',
  views: { step: 'one step', run: 'whole run' },
  take: 'Step in slow motion',
  coming: 'The step is being taken, and taken apart …',
  invite: 'Take a step: a real step of the run that you can watch from end to end.',
  over: 'The run is finished. Make it longer or start over: then you can take a step in slow motion.',
  pauses: 'Training pauses for a step in slow motion.',
  shown: (step, place, label, loss) => `Step ${step}, image ${place} of 50: label ${label}, loss ${loss}.`,
  notOnTape: 'The tape holds no steps in slow motion; this stays the last one.',
  runIsAt: (step) => `By now the run is at step ${step}.`,
  player: 'Step in slow motion',
  phases: { forward: 'forward', loss: 'loss', backward: 'backward: gradients', update: 'update' },
  stops: stopWords.en,
  planes: planeWords.en,
  ofDigit: (digit, value) => `digit ${digit}: ${value}`,
  hintTen: 'Point at a bar: the exact value appears here.',
  nothing: 'no step in slow motion yet',
  batch: 'The 50 images of this step, the worst first',
  batchHint: 'Point at an image. A click follows it through this step.',
  image: (label, answer, loss) => `Label ${label}, answer ${answer}, loss ${loss}.`,
  mean: (sum, count, mean) => `${sum} / ${count} = ${mean}: the loss of this step.`,
  gradientOf: (what) => `Gradients: ${what}`,
  variable: 'Layer',
  variables: {
    conv1: 'conv1, 32 filters',
    conv2: 'conv2, one filter',
    fc1: 'fc1, one neuron',
    fc2: 'fc2, one digit',
  },
  group: { conv1: 'Filter', conv2: 'Filter', fc1: 'Neuron', fc2: 'Digit' },
  groups: {
    conv1: (index) => index,
    conv2: (index) => `${index} of 64`,
    fc1: (index) => `no. ${index}`,
    fc2: (index) => index,
  },
  pickHint: 'Click on a weight to choose it.',
  arithmetic: (map, row, column) => `Adam for one weight: map ${map}, row ${row}, column ${column}`,
  gradient: 'Gradient',
  meanMoment: 'm, new',
  squareMoment: 'v, new',
  correctedMean: 'm, corrected',
  correctedSquare: 'v, corrected',
  update: 'Update',
  weight: 'Weight',
  before: 'before',
  ratio: (share) => `${share} times the learning rate: Adam measures the gradient by its usual size.`,
  rounding: (gap) => `(rounding ${gap})`,
  through: 'The chosen weight and its neighbours',
  parts: {
    before: 'before',
    gradient: 'gradient',
    mean: 'm after',
    square: 'v after',
    change: 'update',
    after: 'after',
  },
  upTo: (limit) => `up to ${limit}`,
  checkHeading: 'Without backpropagation',
  checkSays:
    'The weight larger by h and smaller by h, each time the loss of all 50 images, with the same dropout mask:',
  measure: 'Measure',
  stop: 'Cancel',
  measuring: (share) => `${share} computed`,
  byBackpropagation: 'Gradient from backpropagation',
  above: 'L(w + h)',
  below: 'L(w − h)',
  measured: 'measured',
  difference: 'difference',
  noneTipped:
    'No ReLU and no maximum tipped in between. What is left is rounding: training computes with 7 digits, the check with 16.',
  tipped: (count) =>
    `ReLUs or maxima tipped in between (${count}): there the loss has a kink. That, too, makes the numbers differ.`,
  flows: { gradients: 'Size of the gradients', updates: 'Size of the updates' },
  step: 'Step',
  size: 'size (logarithmic)',
  noFlows: {
    now: 'No step yet. Start training below, and the curves grow here.',
    past: 'At this step the curves were still empty: they begin with step 1.',
  },
  ratios: (step, list) =>
    `Size means here: the root of the mean square over all weights of a layer. Step ${step} changed them by: ${list}.`,
  vanishing:
    'On its way back, the gradient is multiplied by the weights of every layer. If they are small it shrinks, and the front layers learn next to nothing: it vanishes.',
  exploding:
    'If they are large it grows and explodes: one step throws the weights far away. Adam divides each gradient by its usual size; that is why its updates stay close together.',
}

export const learningWords = { de, en }
