/** Words of saving weights; they come with the library. */
import type { WeightsFormat } from '../../protocol/keep.ts'

type Format = { readonly [Name in WeightsFormat]: string }

const de = {
  title: 'Nur die Gewichte sichern',
  note: (parameters: string) =>
    `Ein Zip mit den ${parameters} Zahlen des Netzes und zwei Python-Dateien, die es in Keras und PyTorch nachbauen und mit MNIST testen. Hier geöffnet, sind diese Zahlen Schritt 0 eines neuen Laufs.`,
  format: 'Format',
  formats: { tfjs: 'TensorFlow.js', npz: 'NumPy', safetensors: 'safetensors' } satisfies Format as Format,
  meaning: {
    tfjs: 'model.json und weights.bin, für eigene Webseiten: tf.loadLayersModel lädt beides.',
    npz: 'weights.npz, am einfachsten in Python: numpy.load liest die Datei ohne weitere Pakete.',
    safetensors:
      'weights.safetensors, wie auf Hugging Face üblich: schnell zu laden und ohne ausführbaren Code.',
  } satisfies Format as Format,
  step: 'Schritt',
  lastStep: (step: string) => `${step}, der letzte gesicherte`,
  otherSteps: 'Andere Schritte zeigen',
  exact: 'Bis aufs letzte Bit die Zahlen des Laufs.',
  fromTape: (tolerance: string) =>
    `Vom Band: fc1/weights weicht um höchstens ${tolerance} von den Zahlen des Laufs ab, alle anderen stimmen bis aufs letzte Bit. So steht es auch in der Datei.`,
  save: (size: string) => `Gewichte sichern (${size})`,
}

export type SaveWeightsWords = typeof de

const en: SaveWeightsWords = {
  title: 'Save the weights alone',
  note: (parameters) =>
    `A zip with the ${parameters} numbers of the network and two Python files that rebuild it in Keras and PyTorch and test it on MNIST. Opened here, these numbers are step 0 of a new run.`,
  format: 'Format',
  formats: { tfjs: 'TensorFlow.js', npz: 'NumPy', safetensors: 'safetensors' },
  meaning: {
    tfjs: 'model.json and weights.bin, for web pages of your own: tf.loadLayersModel loads both.',
    npz: 'weights.npz, the simplest in Python: numpy.load reads it without further packages.',
    safetensors:
      'weights.safetensors, as is usual on Hugging Face: fast to load, with no code that could run.',
  },
  step: 'Step',
  lastStep: (step) => `${step}, the last one kept`,
  otherSteps: 'Show other steps',
  exact: 'The numbers of the run to the last bit.',
  fromTape: (tolerance) =>
    `From the tape: fc1/weights differs from the numbers of the run by at most ${tolerance}, all others are the same to the last bit. The file says so too.`,
  save: (size) => `Save the weights (${size})`,
}

export const saveWeightsWords = { de, en }
