import { zipSync } from 'fflate'
import { describe, expect, test, vi } from 'vitest'
import { mutations } from '../../tests/fixtures/mutations.ts'
import { movedWeights, zippedWeights } from '../../tests/fixtures/weights.ts'
import { type ParameterValues, parameterNames, tapShapes } from '../network/spec.ts'
import { FileRefused } from './fileRefused.ts'
import type { NamedValues } from './fileTensor.ts'
import { writeLayersModel } from './layersModel.ts'
import { writeNpz } from './npz.ts'
import { tensorsOf } from './parameters.ts'
import { type OpenedFile, readWeights } from './readWeights.ts'
import { writeSafetensors } from './safetensors.ts'

vi.setConfig({ testTimeout: 60_000 })

const formats = ['tfjs', 'npz', 'safetensors'] as const
const parameters = movedWeights()
const { signal } = new AbortController()
const opened = (fileName: string, ...pieces: BlobPart[]): OpenedFile => ({ fileName, file: new Blob(pieces) })
const npzOf = (tensors: readonly NamedValues[]) => opened('x.npz', writeNpz(tensors, Date.UTC(2026, 10, 25)))
const npz = npzOf(tensorsOf(parameters))
const safetensors = opened('x.safetensors', ...writeSafetensors(tensorsOf(parameters), {}))
const model = writeLayersModel(parameters, {})
const modelJson = opened('model.json', model.modelJson)
const weightsBin = opened('weights.bin', ...model.weightsBin)
const bytesOf = async ({ file }: OpenedFile) => new Uint8Array(await file.arrayBuffer())

/** Not with `toEqual`: three million numbers take it a minute. */
async function expectRead(...files: readonly OpenedFile[]) {
  const found: ParameterValues = await readWeights(files, signal)
  expect(Object.keys(found)).toEqual([...parameterNames])
  for (const name of parameterNames) {
    const [one, other] = [found[name], parameters[name]].map((values) =>
      Buffer.from(values.buffer, values.byteOffset, values.byteLength),
    )
    expect(Buffer.compare(one!, other!), name).toBe(0)
  }
}

async function problemOf(files: readonly OpenedFile[]) {
  try {
    await readWeights(files, signal)
  } catch (error) {
    if (error instanceof FileRefused) return error.problem
    throw error
  }
  return null
}

describe('what was written is read to the last bit', () => {
  test.each(formats)('from the zip of %s', async (format) => {
    await expectRead(opened('x.zip', await zippedWeights(parameters, format)))
  })
  test('from a bare .npz', () => expectRead(npz))
  test('from a bare .safetensors', () => expectRead(safetensors))
  test('from model.json and weights.bin, in any order', async () => {
    await expectRead(modelJson, weightsBin)
    await expectRead(weightsBin, modelJson)
  })
  test('from a folder that somebody zipped again', async () => {
    const again = zipSync(
      {
        'my run/model.json': await bytesOf(modelJson),
        'my run/weights.bin': await bytesOf(weightsBin),
        '__MACOSX/x.npz': await bytesOf(npz),
      },
      { level: 0 },
    )
    await expectRead(opened('again.zip', new Uint8Array(again)))
  })
})

const named = (change: (tensor: NamedValues, place: number) => NamedValues) =>
  npzOf(tensorsOf(parameters).map(change))

/** By the definition: the place of every number is counted out. */
function torchTensor({ name, values }: NamedValues): NamedValues {
  const parts = name.split('/') as [string, string]
  const torchName = `${parts[0]}.${parts[1].replace('weights', 'weight')}`
  if (name.endsWith('/bias')) return { name: torchName, shape: [values.length], values }
  const put = new Float32Array(values.length)
  if (name === 'fc1/weights') {
    for (let row = 0, from = 0; row < 7; row++)
      for (let column = 0; column < 7; column++)
        for (let channel = 0; channel < 64; channel++)
          for (let neuron = 0; neuron < 1024; neuron++, from++)
            put[neuron * 3136 + channel * 49 + row * 7 + column] = values[from]!
    return { name: torchName, shape: [1024, 3136], values: put }
  }
  if (name === 'fc2/weights') {
    for (let input = 0; input < 1024; input++)
      for (let output = 0; output < 10; output++) put[output * 1024 + input] = values[input * 10 + output]!
    return { name: torchName, shape: [10, 1024], values: put }
  }
  const [, , inputs, outputs] = tapShapes[name as 'conv1/weights']
  for (let row = 0, from = 0; row < 5; row++)
    for (let column = 0; column < 5; column++)
      for (let input = 0; input < inputs; input++)
        for (let output = 0; output < outputs; output++, from++)
          put[((output * inputs + input) * 5 + row) * 5 + column] = values[from]!
  return { name: torchName, shape: [outputs, inputs, 5, 5], values: put }
}

describe('what others name otherwise is understood where it cannot be mistaken', () => {
  test("Keras's kernels", () =>
    expectRead(named((tensor) => ({ ...tensor, name: tensor.name.replace('weights', 'kernel') }))))
  test('a list without names, told apart by shape', () =>
    expectRead(named((tensor, place) => ({ ...tensor, name: `arr_${place}` }))))
  test("PyTorch's names and order", () => expectRead(named(torchTensor)))
  test("PyTorch's order under other names", () =>
    expectRead(named((tensor) => ({ ...torchTensor(tensor), name: `net.${tensor.name}` }))))
  test('other tensors beside, such as the state of an optimizer', async () => {
    const more = tensorsOf(parameters, 'adam/')
    await expectRead(npzOf([...more, ...tensorsOf(parameters)]))
  })
  test("not PyTorch's names with another order", async () => {
    const files = [named((tensor) => ({ ...tensor, name: torchTensor(tensor).name }))]
    expect(await problemOf(files)).toMatchObject({
      code: 'tensor-shape',
      tensor: 'conv1.weight',
      found: [5, 5, 1, 32],
      expected: [32, 1, 5, 5],
    })
  })
})

describe('what is wrong is said', () => {
  const fileName = 'x.npz'
  test('a tensor is missing', async () => {
    const seven = tensorsOf(parameters).filter(({ name }) => name !== 'fc2/bias')
    expect(await problemOf([npzOf(seven)])).toEqual({
      code: 'tensor-missing',
      fileName,
      tensor: 'fc2/bias',
    })
  })
  test('a shape is another one', async () => {
    const files = [
      named((tensor) =>
        tensor.name === 'conv2/weights'
          ? { ...tensor, shape: [3, 3, 32, 64], values: new Float32Array(18432) }
          : tensor,
      ),
    ]
    expect(await problemOf(files)).toEqual({
      code: 'tensor-shape',
      fileName,
      tensor: 'conv2/weights',
      found: [3, 3, 32, 64],
      expected: [5, 5, 32, 64],
    })
  })
  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'a weight is %s',
    async (wrong) => {
      const files = [
        named((tensor) => {
          if (tensor.name !== 'fc1/weights') return tensor
          const values = tensor.values.slice()
          values[3_000_000] = wrong
          return { ...tensor, values }
        }),
      ]
      expect(await problemOf(files)).toEqual({ code: 'tensor-not-finite', fileName, tensor: 'fc1/weights' })
    },
  )
  test('weights.bin comes alone, model.json comes alone', async () => {
    expect(await problemOf([weightsBin])).toEqual({
      code: 'file-missing',
      fileName: 'weights.bin',
      missing: 'model.json',
    })
    expect(await problemOf([modelJson])).toEqual({
      code: 'file-missing',
      fileName: 'model.json',
      missing: 'weights.bin',
    })
  })
  test('something else altogether', async () => {
    const text = new TextEncoder().encode('dear diary')
    for (const files of [
      [],
      [opened('diary.txt', text)],
      [opened('a.zip', new Uint8Array(zipSync({ 'diary.txt': text })))],
      [npz, safetensors],
    ]) {
      expect((await problemOf(files))?.code).toBe('unknown-file')
    }
    expect((await problemOf([opened('a.npz', text)]))?.code).toBe('file-damaged')
  })
})

describe('damage', () => {
  const files: readonly (readonly [string, () => Promise<OpenedFile>])[] = [
    ...formats.map(
      (format) =>
        [
          `the zip of ${format}`,
          async () => opened('x.zip', await zippedWeights(parameters, format)),
        ] as const,
    ),
    ['an .npz', async () => npz],
    ['a .safetensors', async () => safetensors],
  ]
  // `FALTWERK_FUZZ=2000` makes it thorough: ten minutes.
  const count = Number(process.env.FALTWERK_FUZZ ?? 25)
  test.each(files)(
    'to %s: refused, or the weights are the same to the last bit',
    { timeout: 3_600_000 },
    async (_, make) => {
      const file = await make()
      let refused = 0
      for (const damage of mutations(await bytesOf(file), { count, seed: 4, edge: 3000 })) {
        try {
          await expectRead(opened(file.fileName, damage.bytes))
        } catch (error) {
          if (!(error instanceof FileRefused)) throw error
          refused += 1
        }
      }
      expect(refused).toBeGreaterThan(count / 4)
    },
  )
})
