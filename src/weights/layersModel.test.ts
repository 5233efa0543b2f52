import * as tf from '@tensorflow/tfjs'
import { beforeAll, expect, test, vi } from 'vitest'
import { mutations } from '../../tests/fixtures/mutations.ts'
import { digits, exactLogits, movedWeights } from '../../tests/fixtures/weights.ts'
import { parameterNames, tapShapes } from '../network/spec.ts'
import { FileRefused } from './fileRefused.ts'
import { floatsOf } from './fileTensor.ts'
import { joined } from './joined.ts'
import { readLayersModel, writeLayersModel } from './layersModel.ts'

vi.setConfig({ testTimeout: 60_000 })

const parameters = movedWeights()
const written = writeLayersModel(parameters, { step: '120' })
const weightsBin = joined(written.weightsBin)

beforeAll(() => tf.setBackend('cpu'))

/** tfjs reads the files as from a server. */
async function loaded(): Promise<tf.LayersModel> {
  const fetchFunc: typeof fetch = async (path) => {
    const isModel = String(path).endsWith('model.json')
    return new Response(isModel ? written.modelJson : weightsBin, {
      headers: { 'content-type': isModel ? 'application/json' : 'application/octet-stream' },
    })
  }
  return tf.loadLayersModel('http://faltwerk.test/model.json', { fetchFunc, strict: true })
}

test('TensorFlow.js loads it, and gives the logits of the mathematics', async () => {
  const model = await loaded()
  const images = digits(10)
  const found = tf.tidy(() => {
    const logits = model.predict(tf.tensor4d(images, [10, 28, 28, 1])) as tf.Tensor
    return logits.arraySync() as number[][]
  })
  for (const [place, expected] of exactLogits(parameters, images).entries()) {
    const scale = Math.max(...expected.map(Math.abs))
    for (const [digit, logit] of expected.entries()) {
      expect(Math.abs(found[place]![digit]! - logit)).toBeLessThan(1e-5 * scale)
    }
  }
})

test('layers, shapes and number of parameters are those of the network', async () => {
  const model = await loaded()
  expect(model.layers.map((layer) => [layer.name, layer.getClassName(), layer.outputShape])).toEqual([
    ['conv1', 'Conv2D', [null, 28, 28, 32]],
    ['pool1', 'MaxPooling2D', [null, 14, 14, 32]],
    ['conv2', 'Conv2D', [null, 14, 14, 64]],
    ['pool2', 'MaxPooling2D', [null, 7, 7, 64]],
    ['flatten', 'Flatten', [null, 3136]],
    ['fc1', 'Dense', [null, 1024]],
    ['dropout', 'Dropout', [null, 1024]],
    ['fc2', 'Dense', [null, 10]],
  ])
  expect(model.countParams()).toBe(3_274_634)
  const dropout = model.getLayer('dropout').getConfig()
  expect(dropout.rate).toBe(0.5)
})

test('what tfjs saves of it is read again, to the last bit', async () => {
  const model = await loaded()
  let saved: tf.io.ModelArtifacts | null = null
  await model.save({
    save: async (artifacts) => {
      saved = artifacts
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } }
    },
  })
  const { weightSpecs, weightData } = saved! as { weightSpecs: object[]; weightData: ArrayBuffer }
  // Cut into two pieces, as tfjs does with what is large.
  const data = new Uint8Array(weightData)
  const files = new Map([
    ['one', data.subarray(0, 5_000_001)],
    ['two', data.subarray(5_000_001)],
  ])
  const json = JSON.stringify({ weightsManifest: [{ paths: ['./one', 'two'], weights: weightSpecs }] })
  const beside = async (name: string) => files.get(name) ?? null
  const found = await readLayersModel(new TextEncoder().encode(json), beside, 'x')
  expect(found.map(({ name }) => name)).toEqual(
    parameterNames.map((name) => name.replace('weights', 'kernel')),
  )
  for (const [place, name] of parameterNames.entries()) {
    expect(found[place]!.shape).toEqual(tapShapes[name])
    expect(Buffer.compare(found[place]!.bytes, new Uint8Array(parameters[name].buffer))).toBe(0)
  }
})

const small = Float32Array.of(1, 2, 3, 4, 5, 6)
const smallModel = JSON.stringify({
  weightsManifest: [
    {
      paths: ['weights.bin'],
      weights: [
        { name: 'a/kernel', shape: [2, 2], dtype: 'float32' },
        { name: 'a/bias', shape: [2], dtype: 'float32' },
      ],
    },
  ],
})
const smallBytes = new Uint8Array(small.buffer)

async function problemOf(json: string, bytes: Uint8Array | null = smallBytes) {
  try {
    await readLayersModel(new TextEncoder().encode(json), async () => bytes, 'model.json')
  } catch (error) {
    if (error instanceof FileRefused) return error.problem
    throw error
  }
  return null
}

test.each([
  ['no JSON', '{', 'model.json'],
  ['a list', '[]', 'model.json'],
  ['a shape with a fraction', smallModel.replace('[2,2]', '[1.5,2]'), 'weightsManifest'],
  ['more numbers than weights.bin', smallModel.replace('[2,2]', '[2,3]'), 'a/bias'],
  ['fewer numbers than weights.bin', smallModel.replace('[2,2]', '[2,1]'), 'weights.bin'],
])('refuses a model.json with %s', async (_, json, where) => {
  expect(await problemOf(json)).toEqual({ code: 'file-damaged', fileName: 'model.json', where })
})

test('JSON of something else is no file of weights', async () => {
  expect(await problemOf('{"name":"x"}')).toEqual({ code: 'unknown-file', fileName: 'model.json' })
})

test('says which type it cannot read, and which file is missing', async () => {
  expect(await problemOf(smallModel.replace('float32', 'int32'))).toMatchObject({
    code: 'tensor-type',
    tensor: 'a/kernel',
    found: 'int32',
  })
  const quantized = smallModel.replace('"dtype"', '"quantization":{"dtype":"uint8"},"dtype"')
  expect(await problemOf(quantized)).toMatchObject({ code: 'tensor-type', found: 'quantized' })
  expect(await problemOf(smallModel, null)).toEqual({
    code: 'file-missing',
    fileName: 'model.json',
    missing: 'weights.bin',
  })
})

test('one changed bit of the weights is noticed', async () => {
  const json = new TextEncoder().encode(written.modelJson)
  const copy = Uint8Array.from(weightsBin)
  copy[5_000_000] = copy[5_000_000]! ^ 1
  await expect(readLayersModel(json, async () => copy, 'x')).rejects.toThrow('weights.bin')
})

test('2,000 kinds of damage to model.json: refused, or the same shapes on the same numbers', async () => {
  let refused = 0
  for (const { kind, bytes } of mutations(new TextEncoder().encode(smallModel), { count: 2000, seed: 3 })) {
    try {
      const beside = async (name: string) => (name === 'weights.bin' ? smallBytes : null)
      const found = await readLayersModel(bytes, beside, 'x')
      expect(joined(found.map((tensor) => tensor.bytes)), kind).toEqual(smallBytes)
      for (const tensor of found) expect(floatsOf(tensor)!.length).toBe(tensor.bytes.length / 4)
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error
      refused += 1
    }
  }
  expect(refused).toBeGreaterThan(1000)
})

test('a file is read once, however often a model names it: a small zip must not become a large one', async () => {
  const beside = vi.fn(async () => weightsBin)
  const model = JSON.parse(written.modelJson)
  const [group] = model.weightsManifest
  const refused = async (weightsManifest: unknown) => {
    const bytes = new TextEncoder().encode(JSON.stringify({ ...model, weightsManifest }))
    beside.mockClear()
    await expect(readLayersModel(bytes, beside, 'a.zip')).rejects.toMatchObject({
      problem: { code: 'file-damaged' },
    })
    expect(beside.mock.calls.length).toBeLessThan(2)
  }
  await refused([{ ...group, paths: ['a/weights.bin', 'b/weights.bin'] }])
  await refused([group, { paths: ['c/weights.bin'], weights: [] }])
})
