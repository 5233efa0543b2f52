/** Terms of the training: the data, the learning, and how one sees whether it works. */
import type { Entry } from '../glossary.ts'

export const trainingTerms = {
  label: {
    de: ['Label', 'Die richtige Ziffer zu einem Bild, von Menschen aufgeschrieben.'],
    en: ['label', 'The right digit for an image, written down by people.'],
  },
  'one-hot': {
    de: [
      'One-hot-Kodierung',
      'Ein Label als zehn Zahlen: eine Eins an der Stelle der richtigen Ziffer, sonst Nullen.',
    ],
    en: ['one-hot', 'A label as ten numbers: a one at the place of the right digit, zeros elsewhere.'],
  },
  'training-set': {
    de: ['Trainingsdaten', 'Die Bilder, aus denen das Netz lernt.'],
    en: ['training set', 'The images the network learns from.'],
  },
  'test-set': {
    de: [
      'Testdaten',
      'Bilder, die das Netz beim Training nie sieht. An ihnen zeigt sich, was es wirklich kann.',
    ],
    en: ['test set', 'Images the network never sees during training. They show what it can really do.'],
  },
  'validation-set': {
    de: [
      'Validierungsdaten',
      'Bilder, die nicht zum Lernen dienen, sondern zum Einstellen: Wie lange trainieren, wie groß die Lernrate?',
    ],
    en: [
      'validation set',
      'Images used not for learning but for choosing settings: how long to train, how large a learning rate?',
    ],
  },
  training: {
    de: [
      'Training',
      'Das Netz sieht Beispiele und ändert nach jedem Schritt seine Gewichte ein wenig, damit der Verlust kleiner wird.',
    ],
    en: [
      'training',
      'The network sees examples and changes its weights a little after each step, to make the loss smaller.',
    ],
  },
  step: {
    de: ['Schritt', 'Eine einzige Änderung aller Gewichte, berechnet aus einem Batch.'],
    en: ['step', 'A single change of all weights, computed from one batch.'],
  },
  batch: {
    de: ['Batch', 'Ein Stapel von Bildern, die in einem Schritt gemeinsam verwendet werden.'],
    en: ['batch', 'A stack of images that are used together in one step.'],
  },
  epoch: {
    de: ['Epoche', 'Ein Durchgang durch alle Trainingsdaten.'],
    en: ['epoch', 'One pass through the whole training set.'],
  },
  run: {
    de: ['Lauf', 'Ein Training von den ersten, zufälligen Gewichten bis zum Ende.'],
    en: ['run', 'One training, from the first random weights to its end.'],
  },
  seed: {
    de: [
      'Startwert',
      'Eine Zahl, aus der aller Zufall eines Laufs entsteht. Derselbe Startwert ergibt denselben Lauf.',
    ],
    en: ['seed', 'A number from which all the chance in a run is made. The same seed gives the same run.'],
  },
  loss: {
    de: ['Verlust', 'Eine Zahl, die sagt, wie falsch das Netz liegt. Training macht sie kleiner.'],
    en: ['loss', 'A number that tells how wrong the network is. Training makes it smaller.'],
  },
  'cross-entropy': {
    de: [
      'Kreuzentropie',
      'Der Verlust dieses Netzes: minus der Logarithmus der Wahrscheinlichkeit, die es der richtigen Ziffer gibt.',
    ],
    en: [
      'cross-entropy',
      'The loss of this network: minus the logarithm of the probability it gives to the right digit.',
    ],
  },
  gradient: {
    de: [
      'Gradient',
      'Sagt für jedes Gewicht, wie sich der Verlust ändert, wenn man es ein wenig größer macht.',
    ],
    en: ['gradient', 'Tells for each weight how the loss changes when that weight is made a little larger.'],
  },
  backpropagation: {
    de: [
      'Backpropagation',
      'Fehlerrückführung: rechnet die Gradienten Schicht für Schicht aus, vom Verlust zurück zum Eingang.',
    ],
    en: ['backpropagation', 'Computes the gradients layer by layer, from the loss back to the input.'],
  },
  'learning-rate': {
    de: ['Lernrate', 'Wie weit sich die Gewichte in einem Schritt bewegen.'],
    en: ['learning rate', 'How far the weights move in one step.'],
  },
  adam: {
    de: [
      'Adam',
      'Das Optimierungsverfahren: Es macht aus den Gradienten die Änderung jedes Gewichts, mit einer eigenen Schrittgröße für jedes.',
    ],
    en: [
      'Adam',
      'The optimizer: it makes the change of each weight out of the gradients, with a step size of its own for each.',
    ],
  },
  accuracy: {
    de: ['Genauigkeit', 'Der Anteil der richtigen Antworten.'],
    en: ['accuracy', 'The share of right answers.'],
  },
  'confusion-matrix': {
    de: [
      'Konfusionsmatrix',
      'Eine Tabelle, die zählt, welche Ziffer für welche gehalten wurde. Richtige Antworten stehen auf der Diagonale.',
    ],
    en: [
      'confusion matrix',
      'A table that counts which digit was taken for which. Right answers stand on the diagonal.',
    ],
  },
  histogram: {
    de: ['Histogramm', 'Balken, die zeigen, wie oft Werte in jedem Bereich vorkommen.'],
    en: ['histogram', 'Bars that show how often values fall into each range.'],
  },
  summary: {
    de: [
      'Zusammenfassung',
      'Was ein Lauf über eine Größe aufschreibt: Mittelwert, Streuung oder Histogramm, Schritt für Schritt.',
    ],
    en: ['summary', 'What a run records about a quantity: mean, deviation or histogram, step by step.'],
  },
} as const satisfies Record<string, Entry>
