/**
 * A layers model of TensorFlow.js: `model.json` with the layers as Keras describes them and a list of the variables, `weights.bin` with
 * their numbers one after another. `tf.loadLayersModel` takes both. (tfjs-core, `io/types.ts`; tfjs-layers, `models.ts`)
 */
import { crc32 } from '../math/crc32.ts'
import { sizeOf } from '../math/plane.ts'
import { type ParameterValues, parameterNames, tapShapes } from '../network/spec.ts'
import { damaged, FileRefused } from './fileRefused.ts'
import { bytesOf, type FileTensor } from './fileTensor.ts'
import { joined } from './joined.ts'
import { isCounts, isRecord, isTexts, parseJson } from './json.ts'
import { kerasLayers } from './kerasLayers.ts'
import { kerasNames } from './parameters.ts'

const generator = 'Faltwerk'
const mostWeights = 1000

export type LayersModel = {
  readonly modelJson: string
  /** Pieces of `weights.bin`; numbers are not copied. */
  readonly weightsBin: readonly Uint8Array<ArrayBuffer>[]
}

/** The last layer gives logits, as here: softmax is left to whoever asks for probabilities. */
export function writeLayersModel(
  parameters: ParameterValues,
  about: Readonly<Record<string, string>>,
): LayersModel {
  const weightsBin = parameterNames.map((name) => bytesOf(parameters[name]))
  const checksum = weightsBin.reduce((before, bytes) => crc32(bytes, before), 0)
  const model = {
    format: 'layers-model',
    generatedBy: generator,
    convertedBy: null,
    modelTopology: {
      keras_version: 'tfjs-layers 4.22.0',
      backend: 'tensor_flow.js',
      model_config: { class_name: 'Sequential', config: { name: 'deep_mnist', layers: kerasLayers() } },
    },
    weightsManifest: [
      {
        paths: ['weights.bin'],
        weights: parameterNames.map((name) => ({
          name: kerasNames[name],
          shape: tapShapes[name],
          dtype: 'float32',
        })),
      },
    ],
    userDefinedMetadata: { ...about, generator, crc32: checksum },
  }
  return { modelJson: `${JSON.stringify(model, null, 1)}\n`, weightsBin }
}

/** A file beside `model.json`, by the name without folders; null where it is not there. */
export type Beside = (name: string) => Promise<Uint8Array | null>

export async function readLayersModel(
  modelJson: Uint8Array,
  beside: Beside,
  fileName: string,
): Promise<FileTensor[]> {
  const model = parsed(modelJson, fileName)
  const metadata: unknown = model.userDefinedMetadata
  const groups: unknown = model.weightsManifest
  // JSON of something else.
  if (groups === undefined) throw new FileRefused({ code: 'unknown-file', fileName })
  if (!Array.isArray(groups) || groups.length > mostWeights) throw damaged(fileName, 'weightsManifest')
  const readOnce = once(beside, fileName)
  let checksum = 0
  const tensors: FileTensor[] = []
  for (const group of groups as readonly unknown[]) {
    if (!isRecord(group) || !Array.isArray(group.weights) || !isTexts(group.paths)) {
      throw damaged(fileName, 'weightsManifest')
    }
    const bytes = await joinedFiles(group.paths, readOnce, fileName)
    checksum = crc32(bytes, checksum)
    tensors.push(...tensorsIn(bytes, group.weights, fileName))
  }
  const expected = isRecord(metadata) && metadata.generator === generator ? metadata.crc32 : checksum
  if (checksum !== expected) throw damaged(fileName, 'weights.bin')
  return tensors
}

/** No file is named twice: one that was would take more memory than it has bytes. */
function once(beside: Beside, fileName: string): Beside {
  const names = new Set<string>()
  return async (name) => {
    if (names.has(name)) throw damaged(fileName, 'paths')
    names.add(name)
    return await beside(name)
  }
}

function parsed(modelJson: Uint8Array, fileName: string): Record<string, unknown> {
  let model: unknown
  try {
    model = parseJson(modelJson)
  } catch {
    throw damaged(fileName, 'model.json')
  }
  if (!isRecord(model)) throw damaged(fileName, 'model.json')
  return model
}

/** One file, or the pieces into which TensorFlow.js cuts what is large. */
async function joinedFiles(paths: readonly string[], beside: Beside, fileName: string): Promise<Uint8Array> {
  if (paths.length > mostWeights) throw damaged(fileName, 'paths')
  const pieces: Uint8Array[] = []
  for (const path of paths) {
    const bytes = await beside(path.split('/').at(-1) ?? '')
    if (!bytes) throw new FileRefused({ code: 'file-missing', fileName, missing: path })
    pieces.push(bytes)
  }
  return pieces.length === 1 ? pieces[0]! : joined(pieces)
}

function tensorsIn(bytes: Uint8Array, weights: readonly unknown[], fileName: string): FileTensor[] {
  if (weights.length > mostWeights) throw damaged(fileName, 'weightsManifest')
  let at = 0
  const tensors = weights.map((weight): FileTensor => {
    if (!isRecord(weight) || typeof weight.name !== 'string' || !isCounts(weight.shape)) {
      throw damaged(fileName, 'weightsManifest')
    }
    const { name, shape } = weight
    const dtype = weight.quantization === undefined ? String(weight.dtype) : 'quantized'
    // Others have other sizes, and where they end nobody here knows.
    if (dtype !== 'float32') {
      throw new FileRefused({ code: 'tensor-type', fileName, tensor: name, found: dtype })
    }
    const begin = at
    at += 4 * sizeOf(shape)
    if (at > bytes.length) throw damaged(fileName, name)
    return { name, dtype, shape, bytes: bytes.subarray(begin, at) }
  })
  if (at !== bytes.length) throw damaged(fileName, 'weights.bin')
  return tensors
}
