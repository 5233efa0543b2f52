/** One zip with the weights of a step in one of three formats, files that open them in Python, and a page to read first. */
import type { ParameterValues } from '../network/spec.ts'
import type { WeightsFormat } from '../protocol/keep.ts'
import { writeLayersModel } from './layersModel.ts'
import { writeNpz } from './npz.ts'
import { tensorsOf } from './parameters.ts'
import { pythonFiles } from './pythonFiles.ts'
import { readmeOf, type WeightsAbout } from './readme.ts'
import { writeSafetensors } from './safetensors.ts'
import { writeZip, type ZipPart } from './writeZip.ts'

export type WeightsOptions = {
  readonly format: WeightsFormat
  readonly about: WeightsAbout
  readonly modified: Date
}

/** The zip in pieces, about 13.1 MB. */
export function writeWeights(
  parameters: ParameterValues,
  { format, about, modified }: WeightsOptions,
): Uint8Array<ArrayBuffer>[] {
  const text = (name: string, content: string): ZipPart => ({
    name,
    pieces: [new TextEncoder().encode(content)],
    packed: true,
  })
  return writeZip(
    [
      text('README.txt', readmeOf(format, about)),
      ...pythonFiles(format).map((file) => text(file.name, file.text)),
      ...weightsParts(parameters, { format, about, modified }),
    ],
    modified,
  )
}

/** Language-neutral, as it travels: `faltwerk-seed-7-step-1200-npz.zip`. */
export function weightsFileName(format: WeightsFormat, { seed, step }: WeightsAbout): string {
  return `faltwerk-seed-${seed}-step-${step}-${format}.zip`
}

function weightsParts(
  parameters: ParameterValues,
  { format, about, modified }: WeightsOptions,
): readonly ZipPart[] {
  const marks = marksOf(about)
  switch (format) {
    case 'safetensors': {
      const pieces = writeSafetensors(tensorsOf(parameters), marks)
      return [{ name: 'weights.safetensors', pieces, packed: false }]
    }
    case 'npz': {
      const pieces = writeNpz(tensorsOf(parameters), modified)
      return [{ name: 'weights.npz', pieces, packed: false }]
    }
    case 'tfjs': {
      const { modelJson, weightsBin } = writeLayersModel(parameters, marks)
      return [
        { name: 'model.json', pieces: [new TextEncoder().encode(modelJson)], packed: true },
        { name: 'weights.bin', pieces: weightsBin, packed: false },
      ]
    }
    default:
      return format satisfies never
  }
}

/** As the formats can hold it beside the numbers. */
function marksOf({ step, seed, fc1Tolerance }: WeightsAbout): Readonly<Record<string, string>> {
  const marks = { step: `${step}`, seed: `${seed}` }
  return fc1Tolerance > 0 ? { ...marks, fc1_weights_tolerance: `${fc1Tolerance}` } : marks
}
