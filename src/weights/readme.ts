/** The page to read first, in both languages: it lies in the zip and travels without the program. */
import { roundedUp } from '../math/roundedUp.ts'
import { parameterNames, tapShapes } from '../network/spec.ts'
import type { WeightsFormat } from '../protocol/keep.ts'
import type { DataSource } from '../protocol/messages.ts'

export type WeightsAbout = {
  readonly step: number
  readonly seed: number
  /** The name of the file whose weights the run began with; null: they were drawn from the seed. */
  readonly beganWith: string | null
  /** Null where nothing is known of the digits. */
  readonly data: DataSource | null
  /** The weights of fc1 lie at most this far from those the run had; 0 where they are the run's to the last bit. */
  readonly fc1Tolerance: number
}

type Words = {
  readonly title: string
  readonly run: (step: number, seed: number, data: string) => string
  readonly data: Readonly<Record<DataSource, string>> & { readonly unknown: string }
  readonly began: (fileName: string) => string
  readonly tolerance: (distance: string) => string
  readonly files: Readonly<Record<WeightsFormat, string>>
  readonly python: string
  readonly variables: string
  readonly back: string
}

const de: Words = {
  title: 'Gewichte eines Deep-MNIST-Netzes, trainiert mit Faltwerk',
  run: (step, seed, data) => `Stand nach ${step} Schritten, Startwert ${seed}, trainiert mit ${data}.`,
  data: {
    mnist: 'MNIST',
    'built-in': 'den eingebauten Ziffern (nicht MNIST)',
    files: 'eigenen Dateien',
    unknown: 'unbekannten Daten',
  },
  began: (fileName) => `Der Lauf begann mit den Gewichten aus ${fileName}.`,
  tolerance: (distance) =>
    `Diese Gewichte kommen vom Band des Laufs: fc1/weights weicht um höchstens ${distance} von denen des Laufs ab, alles andere stimmt bis aufs letzte Bit.`,
  files: {
    tfjs: 'model.json und weights.bin: ein Layers-Modell für TensorFlow.js, await tf.loadLayersModel("model.json"). Es liefert Logits.',
    npz: 'weights.npz: acht Arrays für NumPy, numpy.load("weights.npz").',
    safetensors: 'weights.safetensors: acht Tensoren, safetensors.numpy.load_file("weights.safetensors").',
  },
  python:
    'deep_mnist_keras.py und deep_mnist_pytorch.py bauen das Netz nach, laden die Gewichte aus diesem Ordner und testen sie mit den 10000 Testbildern von MNIST: python deep_mnist_pytorch.py ORDNER. Wo es MNIST gibt, steht am Anfang der Dateien.',
  variables:
    'Die Variablen (float32; Filter: Zeile, Spalte, Eingabekanal, Ausgabekanal; die Eingaben von fc1: Zeile, Spalte, Kanal):',
  back: 'Faltwerk öffnet diese Datei wieder als Anfang eines neuen Laufs.',
}

const en: Words = {
  title: 'Weights of a Deep MNIST network, trained with Faltwerk',
  run: (step, seed, data) => `State after ${step} steps, seed ${seed}, trained on ${data}.`,
  data: {
    mnist: 'MNIST',
    'built-in': 'the built-in digits (not MNIST)',
    files: 'own files',
    unknown: 'unknown data',
  },
  began: (fileName) => `The run began with the weights of ${fileName}.`,
  tolerance: (distance) =>
    `These weights come from the tape of the run: fc1/weights differs from those of the run by at most ${distance}, all else is the same to the last bit.`,
  files: {
    tfjs: 'model.json and weights.bin: a layers model for TensorFlow.js, await tf.loadLayersModel("model.json"). It gives logits.',
    npz: 'weights.npz: eight arrays for NumPy, numpy.load("weights.npz").',
    safetensors: 'weights.safetensors: eight tensors, safetensors.numpy.load_file("weights.safetensors").',
  },
  python:
    'deep_mnist_keras.py and deep_mnist_pytorch.py rebuild the network, load the weights from this folder and test them on the 10000 test images of MNIST: python deep_mnist_pytorch.py FOLDER. Where to get MNIST stands at the top of these files.',
  variables:
    'The variables (float32; filters: row, column, input channel, output channel; inputs of fc1: row, column, channel):',
  back: 'Faltwerk opens this file again as the beginning of a new run.',
}

export function readmeOf(format: WeightsFormat, about: WeightsAbout): string {
  return [de, en].map((words) => inOneLanguage(words, format, about)).join('\n----\n\n')
}

function inOneLanguage(words: Words, format: WeightsFormat, about: WeightsAbout): string {
  const { step, seed, beganWith, data, fc1Tolerance } = about
  const shapes = parameterNames.map((name) => `  ${name.padEnd(14)} ${tapShapes[name].join(' × ')}`)
  const paragraphs = [
    words.title,
    words.run(step, seed, words.data[data ?? 'unknown']),
    ...(beganWith === null ? [] : [words.began(beganWith)]),
    ...(fc1Tolerance > 0 ? [words.tolerance(`${roundedUp(fc1Tolerance, 2)}`)] : []),
    words.files[format],
    words.python,
    [words.variables, ...shapes].join('\n'),
    words.back,
  ]
  return `${paragraphs.join('\n\n')}\n`
}
