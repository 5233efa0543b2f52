import { zipSync } from 'fflate'
import { describe, expect, test, vi } from 'vitest'
import { mutations } from '../../tests/fixtures/mutations.ts'
import { movedWeights } from '../../tests/fixtures/weights.ts'
import { type ParameterValues, parameterNames, tapShapes } from '../network/spec.ts'
import { FileRefused } from './fileRefused.ts'
import type { NamedValues } from './fileTensor.ts'
import { joined } from './joined.ts'
import { writeLayersModel } from './layersModel.ts'
import { writeNpz } from './npz.ts'
import { tensorsOf } from './parameters.ts'
import { type OpenedFile, readWeights } from './readWeights.ts'
import { writeSafetensors } from './safetensors.ts'
import { weightsFileName, writeWeights } from './writeWeights.ts'

vi.setConfig({ testTimeout: 60_000 })

const formats = ['tfjs', 'npz', 'safetensors'] as const
const about = { step: 120, seed: 7, data: 'mnist', fc1Tolerance: 0 } as const
const modified = new Date(2026, 10, 25)
const parameters = movedWeights()
const file = (name: string, pieces: readonly Uint8Array[]): OpenedFile => ({ name, bytes: joined(pieces) })
const zipOf = (format: (typeof formats)[number]) =>
  file(weightsFileName(format, about), writeWeights(parameters, { format, about, modified }))
const npz = file('x.npz', writeNpz(tensorsOf(parameters), modified))
const safetensors = file('x.safetensors', writeSafetensors(tensorsOf(parameters), {}))
const model = writeLayersModel(parameters, {})
const modelJson = { name: 'model.json', bytes: new TextEncoder().encode(model.modelJson) }
const weightsBin = file('weights.bin', model.weightsBin)

/** Not with `toEqual`: three million numbers take it a minute. */
function expectSame(found: ParameterValues) {
  expect(Object.keys(found)).toEqual([...parameterNames])
  for (const name of parameterNames) {
    const [one, other] = [found[name], parameters[name]].map((values) =>
      Buffer.from(values.buffer, values.byteOffset, values.byteLength),
    )
    expect(Buffer.compare(one!, other!), name).toBe(0)
  }
}

function problemOf(files: readonly OpenedFile[]) {
  try {
    readWeights(files)
  } catch (error) {
    if (error instanceof FileRefused) return error.problem
    throw error
  }
  return null
}

describe('what was written is read to the last bit', () => {
  test.each(formats)('from the zip of %s', (format) => expectSame(readWeights([zipOf(format)])))
  test('from a bare .npz', () => expectSame(readWeights([npz])))
  test('from a bare .safetensors', () => expectSame(readWeights([safetensors])))
  test('from model.json and weights.bin, in any order', () => {
    expectSame(readWeights([modelJson, weightsBin]))
    expectSame(readWeights([weightsBin, modelJson]))
  })
  test('from a folder that somebody zipped again', () => {
    const again = zipSync(
      {
        'my run/model.json': modelJson.bytes,
        'my run/weights.bin': weightsBin.bytes,
        '__MACOSX/x': npz.bytes,
      },
      { level: 0 },
    )
    expectSame(readWeights([{ name: 'again.zip', bytes: again }]))
  })
})

const named = (change: (tensor: NamedValues, place: number) => NamedValues) =>
  file('x.npz', writeNpz(tensorsOf(parameters).map(change), modified))

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
    expectSame(
      readWeights([named((tensor) => ({ ...tensor, name: tensor.name.replace('weights', 'kernel') }))]),
    ))
  test('a list without names, told apart by shape', () =>
    expectSame(readWeights([named((tensor, place) => ({ ...tensor, name: `arr_${place}` }))])))
  test("PyTorch's names and order", () => expectSame(readWeights([named(torchTensor)])))
  test("PyTorch's order under other names", () =>
    expectSame(readWeights([named((tensor) => ({ ...torchTensor(tensor), name: `net.${tensor.name}` }))])))
  test('other tensors beside, such as the state of an optimizer', () => {
    const more = tensorsOf(parameters, 'adam/')
    expectSame(readWeights([file('x.npz', writeNpz([...more, ...tensorsOf(parameters)], modified))]))
  })
  test("not PyTorch's names with another order", () => {
    const files = [named((tensor) => ({ ...tensor, name: torchTensor(tensor).name }))]
    expect(problemOf(files)).toMatchObject({
      code: 'tensor-shape',
      tensor: 'conv1.weight',
      found: [5, 5, 1, 32],
      expected: [32, 1, 5, 5],
    })
  })
})

describe('what is wrong is said', () => {
  const fileName = 'x.npz'
  test('a tensor is missing', () => {
    const seven = tensorsOf(parameters).filter(({ name }) => name !== 'fc2/bias')
    expect(problemOf([file(fileName, writeNpz(seven, modified))])).toEqual({
      code: 'tensor-missing',
      fileName,
      tensor: 'fc2/bias',
    })
  })
  test('a shape is another one', () => {
    const files = [
      named((tensor) =>
        tensor.name === 'conv2/weights'
          ? { ...tensor, shape: [3, 3, 32, 64], values: new Float32Array(18432) }
          : tensor,
      ),
    ]
    expect(problemOf(files)).toEqual({
      code: 'tensor-shape',
      fileName,
      tensor: 'conv2/weights',
      found: [3, 3, 32, 64],
      expected: [5, 5, 32, 64],
    })
  })
  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('a weight is %s', (wrong) => {
    const files = [
      named((tensor) => {
        if (tensor.name !== 'fc1/weights') return tensor
        const values = tensor.values.slice()
        values[3_000_000] = wrong
        return { ...tensor, values }
      }),
    ]
    expect(problemOf(files)).toEqual({ code: 'tensor-not-finite', fileName, tensor: 'fc1/weights' })
  })
  test('weights.bin comes alone, model.json comes alone', () => {
    expect(problemOf([weightsBin])).toEqual({
      code: 'file-missing',
      fileName: 'weights.bin',
      missing: 'model.json',
    })
    expect(problemOf([modelJson])).toEqual({
      code: 'file-missing',
      fileName: 'model.json',
      missing: 'weights.bin',
    })
  })
  test('something else altogether', () => {
    const text = new TextEncoder().encode('dear diary')
    for (const files of [
      [],
      [{ name: 'diary.txt', bytes: text }],
      [{ name: 'a.zip', bytes: zipSync({ 'diary.txt': text }) }],
      [npz, safetensors],
    ]) {
      expect(problemOf(files)?.code).toBe('unknown-file')
    }
    expect(problemOf([{ name: 'a.npz', bytes: text }])?.code).toBe('file-damaged')
  })
})

describe('damage', () => {
  const whole = {
    ...Object.fromEntries(formats.map((format) => [format, zipOf(format)])),
    npz2: npz,
    safetensors,
  }
  // `FALTWERK_FUZZ=2000` makes it thorough: ten minutes.
  const count = Number(process.env.FALTWERK_FUZZ ?? 25)
  test.each(Object.entries(whole))(
    'of %s: refused, or the weights are the same to the last bit',
    { timeout: 3_600_000 },
    (_, { name, bytes }) => {
      let refused = 0
      for (const damage of mutations(bytes, { count, seed: 4, edge: 3000 })) {
        try {
          expectSame(readWeights([{ name, bytes: damage.bytes }]))
        } catch (error) {
          if (!(error instanceof FileRefused)) throw error
          refused += 1
        }
      }
      expect(refused).toBeGreaterThan(count / 4)
    },
  )
})
