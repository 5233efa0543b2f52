/** One zip with the weights of a step in one of three formats, files that open them in Python, and a page to read first. */
import type { ParameterValues } from '../network/spec.ts'
import type { WeightsFormat } from '../protocol/keep.ts'
import { createZip } from '../zip/write.ts'
import { writeLayersModel } from './layersModel.ts'
import { writeNpz } from './npz.ts'
import { tensorsOf } from './parameters.ts'
import { pythonFiles } from './pythonFiles.ts'
import { readmeOf, type WeightsAbout } from './readme.ts'
import { writeSafetensors } from './safetensors.ts'

export type WeightsOptions = {
  readonly format: WeightsFormat
  readonly about: WeightsAbout
  /** Milliseconds since 1970. */
  readonly writtenMs: number
}

/** One file of the zip, in pieces. Weights are as good as noise: packing them costs a second and saves a tenth. */
type Part = { readonly name: string; readonly packed: boolean; readonly pieces: readonly Uint8Array[] }

const pieceBytes = 1_000_000

/** Yields the share that is done, 0 … 1, and returns the zip: about 13.1 MB. */
export async function* writeWeights(
  parameters: ParameterValues,
  options: WeightsOptions,
): AsyncGenerator<number, Blob, undefined> {
  const zip = createZip(options.writtenMs)
  yield 0
  const parts = await partsOf(parameters, options)
  const total = parts.flatMap(({ pieces }) => pieces).reduce((sum, { length }) => sum + length, 0)
  let written = 0
  for (const { name, packed, pieces } of parts) {
    const push = zip.entry(name, { packed })
    for (const piece of pieces) {
      for (let at = 0; at < piece.length; at += pieceBytes) {
        const part = piece.subarray(at, at + pieceBytes)
        push(part)
        written += part.length
        yield written / total
      }
    }
  }
  return zip.end()
}

/** Language-neutral, as it travels: `faltwerk-seed7-step1200-npz.zip`. */
export function weightsFileName(
  format: WeightsFormat,
  { seed, step }: Pick<WeightsAbout, 'seed' | 'step'>,
): string {
  return `faltwerk-seed${seed}-step${step}-${format}.zip`
}

async function partsOf(parameters: ParameterValues, options: WeightsOptions): Promise<readonly Part[]> {
  const { format, about } = options
  return [
    textPart('README.txt', readmeOf(format, about)),
    ...pythonFiles(format).map(({ name, text }) => textPart(name, text)),
    ...(await weightsParts(parameters, options)),
  ]
}

async function weightsParts(
  parameters: ParameterValues,
  { format, about, writtenMs }: WeightsOptions,
): Promise<readonly Part[]> {
  const marks = marksOf(about)
  switch (format) {
    case 'safetensors': {
      const pieces = writeSafetensors(tensorsOf(parameters), marks)
      return [{ name: 'weights.safetensors', pieces, packed: false }]
    }
    case 'npz': {
      const npz = await writeNpz(tensorsOf(parameters), writtenMs).arrayBuffer()
      return [{ name: 'weights.npz', pieces: [new Uint8Array(npz)], packed: false }]
    }
    case 'tfjs': {
      const { modelJson, weightsBin } = writeLayersModel(parameters, marks)
      return [textPart('model.json', modelJson), { name: 'weights.bin', pieces: weightsBin, packed: false }]
    }
    default:
      return format satisfies never
  }
}

function textPart(name: string, text: string): Part {
  return { name, packed: true, pieces: [new TextEncoder().encode(text)] }
}

/** As the formats can hold it beside the numbers. */
function marksOf({ step, seed, fc1Tolerance }: WeightsAbout): Readonly<Record<string, string>> {
  const marks = { step: `${step}`, seed: `${seed}` }
  return fc1Tolerance > 0 ? { ...marks, fc1_weights_tolerance: `${fc1Tolerance}` } : marks
}
