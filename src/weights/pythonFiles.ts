/** The files that rebuild the network in Python, each whole in itself: the parts in `python/` put together for one format. */
import type { WeightsFormat } from '../protocol/keep.ts'
import keras from './python/deep_mnist_keras.py?raw'
import pytorch from './python/deep_mnist_pytorch.py?raw'
import mnist from './python/mnist.py?raw'
import npz from './python/weights_npz.py?raw'
import safetensors from './python/weights_safetensors.py?raw'
import tfjs from './python/weights_tfjs.py?raw'

const networks = { 'deep_mnist_keras.py': keras, 'deep_mnist_pytorch.py': pytorch } as const
const readers = { npz, safetensors, tfjs } as const satisfies Record<WeightsFormat, string>

export function pythonFiles(format: WeightsFormat): { readonly name: string; readonly text: string }[] {
  return Object.entries(networks).map(([name, network]) => ({
    name,
    text: filled(network, { weights: readers[format], mnist }),
  }))
}

/** Puts each part in place of its mark `#: name`, and its imports where those of the file begin. */
function filled(file: string, parts: Readonly<Record<string, string>>): string {
  const imports = Object.values(parts).flatMap((part) => part.match(importLine) ?? [])
  let text = file.replace('#: imports\n', imports.toSorted().join(''))
  for (const [name, part] of Object.entries(parts)) {
    const body = part.replace(importLine, '').trim()
    text = text.replace(`#: ${name}\n`, () => `${body}\n`)
  }
  return text
}

const importLine = /^import \w+\n/gm
