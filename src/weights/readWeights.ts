/** Weights from whatever was opened together: one file of three formats, a zip that holds one, or `model.json` with its weights. */
import type { ParameterValues } from '../network/spec.ts'
import { damaged, FileRefused } from './fileRefused.ts'
import type { FileTensor } from './fileTensor.ts'
import { readLayersModel } from './layersModel.ts'
import { npyEntries, readNpz } from './npz.ts'
import { parametersIn } from './parameters.ts'
import { readZip } from './readZip.ts'
import { looksLikeSafetensors, readSafetensors } from './safetensors.ts'

/** Of all files together, and of what a zip unpacks to: ten times the network, so that an optimizer's state may be there too. */
export const weightsLimitBytes = 130_000_000

export type OpenedFile = { readonly name: string; readonly bytes: Uint8Array }

/** Throws `FileRefused`, and nothing else, where these are no weights of this network. */
export function readWeights(files: readonly OpenedFile[]): ParameterValues {
  const [first] = files
  if (!first) throw new FileRefused({ code: 'unknown-file', fileName: '' })
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
  if (total > weightsLimitBytes) {
    throw new FileRefused({
      code: 'file-too-large',
      fileName: first.name,
      bytes: total,
      limitBytes: weightsLimitBytes,
    })
  }
  const fileName = (modelIn(files) ?? first).name
  return parametersIn(tensorsIn(files, fileName), { fileName })
}

function tensorsIn(files: readonly OpenedFile[], fileName: string): readonly FileTensor[] {
  const model = modelIn(files)
  if (model) {
    const beside = (name: string) => files.find((file) => baseName(file.name) === name)?.bytes ?? null
    return readLayersModel(model.bytes, beside, fileName)
  }
  const [file] = files
  if (!file || files.length > 1) throw new FileRefused({ code: 'unknown-file', fileName })
  if (isZip(file.bytes)) return tensorsInZip(file.bytes, fileName)
  if (looksLikeSafetensors(file.bytes)) return readSafetensors(file.bytes, fileName).tensors
  if (fileName.endsWith('.bin')) {
    throw new FileRefused({ code: 'file-missing', fileName, missing: 'model.json' })
  }
  if (/\.(npz|safetensors|zip)$/i.test(fileName)) throw damaged(fileName, fileName)
  throw new FileRefused({ code: 'unknown-file', fileName })
}

/** A zip of ours, one that somebody made of these files, or an `.npz`, which is a zip too. */
function tensorsInZip(bytes: Uint8Array, fileName: string): readonly FileTensor[] {
  const options = { fileName, limitBytes: weightsLimitBytes }
  const entries = readZip(bytes, options)
  if (npyEntries(entries).length > 0) return readNpz(bytes, options)
  const inside = entries.filter(({ path }) => /\.(npz|safetensors|json|bin)$/i.test(path))
  const model = inside.find(({ path }) => baseName(path) === 'model.json')
  if (model) {
    const beside = (name: string) => inside.find(({ path }) => baseName(path) === name)?.read() ?? null
    return readLayersModel(model.read(), beside, fileName)
  }
  const [only, another] = inside.filter(({ path }) => /\.(npz|safetensors)$/i.test(path))
  if (!only || another) throw new FileRefused({ code: 'unknown-file', fileName })
  const content = only.read()
  if (only.path.toLowerCase().endsWith('.npz')) return readNpz(content, options)
  return readSafetensors(content, fileName).tensors
}

/** `model.json`, or whatever somebody called it: a text that begins as one. */
function modelIn(files: readonly OpenedFile[]): OpenedFile | undefined {
  return files.find(({ name, bytes }) => baseName(name).endsWith('.json') || bytes[0] === 0x7b)
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

function baseName(path: string): string {
  return path.split('/').at(-1) ?? ''
}
