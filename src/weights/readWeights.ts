/** Weights from whatever was opened together: one file of three formats, a zip that holds one, or `model.json` with its weights. */
import type { ParameterValues } from '../network/spec.ts'
import { damaged, FileRefused } from './fileRefused.ts'
import { type FileInZip, filesInZip, type ReadOptions } from './filesInZip.ts'
import type { FileTensor } from './fileTensor.ts'
import { readLayersModel } from './layersModel.ts'
import { readNpz } from './npz.ts'
import { parametersIn } from './parameters.ts'
import { looksLikeSafetensors, readSafetensors } from './safetensors.ts'

/** Of all files together, and of what a zip unpacks to: ten times the network, so that an optimizer's state may be there too. */
const limitBytes = 130_000_000
/** Enough to tell what a file is. */
const firstBytes = 16

export type OpenedFile = { readonly fileName: string; readonly file: Blob }

/** Throws `FileRefused` where these are no weights of this network, or the signal's reason. */
export async function readWeights(
  files: readonly OpenedFile[],
  signal: AbortSignal,
): Promise<ParameterValues> {
  const [first] = files
  if (!first) throw new FileRefused({ code: 'unknown-file', fileName: '' })
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0)
  const { fileName } = files.find(isModel) ?? first
  if (bytes > limitBytes) throw new FileRefused({ code: 'file-too-large', fileName, bytes, limitBytes })
  return parametersIn(await tensorsIn(files, { fileName, limitBytes, signal }), { fileName })
}

async function tensorsIn(files: readonly OpenedFile[], options: ReadOptions): Promise<readonly FileTensor[]> {
  const { fileName } = options
  const model = files.find(isModel)
  if (model) {
    const beside = async (name: string) => {
      const found = files.find((file) => baseName(file.fileName) === name)
      return found ? await bytesOf(found.file) : null
    }
    return await readLayersModel(await bytesOf(model.file), beside, fileName)
  }
  const [only, another] = files
  if (!only || another) throw new FileRefused({ code: 'unknown-file', fileName })
  return await tensorsInFile(only.file, options)
}

async function tensorsInFile(file: Blob, options: ReadOptions): Promise<readonly FileTensor[]> {
  const { fileName } = options
  const beginning = await bytesOf(file.slice(0, firstBytes))
  if (beginning[0] === 0x50 && beginning[1] === 0x4b) return await tensorsInZip(file, options)
  if (looksLikeSafetensors(beginning)) return readSafetensors(await bytesOf(file), fileName).tensors
  // TensorFlow.js saves them as weights.bin or in pieces such as group1-shard1of4.bin.
  if (/\.bin$/i.test(fileName)) {
    throw new FileRefused({ code: 'file-missing', fileName, missing: 'model.json' })
  }
  if (/\.(npz|safetensors|zip)$/i.test(fileName)) throw damaged(fileName, fileName)
  throw new FileRefused({ code: 'unknown-file', fileName })
}

/** A zip of ours, one that somebody made of these files, or an `.npz`, which is a zip too. */
async function tensorsInZip(file: Blob, options: ReadOptions): Promise<readonly FileTensor[]> {
  const { fileName } = options
  const inside = await filesInZip(file, options)
  const arrays = await readNpz(inside, fileName)
  if (arrays.length > 0) return arrays
  const model = inside.find(({ path }) => baseName(path) === 'model.json')
  if (model) {
    const beside = async (name: string) => {
      const found = inside.find(({ path }) => baseName(path) === name)
      return found ? await found.read() : null
    }
    return await readLayersModel(await model.read(), beside, fileName)
  }
  return await tensorsOfOnly(
    inside.filter(({ path }) => /\.(npz|safetensors)$/i.test(path)),
    options,
  )
}

async function tensorsOfOnly(
  [only, another]: readonly FileInZip[],
  options: ReadOptions,
): Promise<readonly FileTensor[]> {
  const { fileName } = options
  if (!only || another) throw new FileRefused({ code: 'unknown-file', fileName })
  const content = await only.read()
  if (!/\.npz$/i.test(only.path)) return readSafetensors(content, fileName).tensors
  return await readNpz(await filesInZip(new Blob([content]), options), fileName)
}

function isModel({ fileName }: OpenedFile): boolean {
  return /\.json$/i.test(fileName)
}

function baseName(path: string): string {
  return path.split('/').at(-1) ?? ''
}

async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.arrayBuffer())
}
