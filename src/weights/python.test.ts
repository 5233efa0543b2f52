import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { findPython, runPython } from '../../tests/fixtures/python.ts'
import { digits, exactLogits, movedWeights, zippedWeights } from '../../tests/fixtures/weights.ts'
import { parameterNames, tapShapes } from '../network/spec.ts'
import { kerasLayers } from './kerasLayers.ts'
import { readWeights } from './readWeights.ts'

// Starting Python and PyTorch takes seconds, many on a busy machine.
vi.setConfig({ testTimeout: 300_000 })

const formats = ['tfjs', 'npz', 'safetensors'] as const
const parameters = movedWeights()

const anyPython = findPython([])
const withNumpy = findPython(['numpy'])
const withTorch = findPython(['numpy', 'torch'])
if (!withTorch) {
  console.warn('No Python with torch was found (FALTWERK_PYTHON names one): the PyTorch file is not run.')
}

const folder = mkdtempSync(join(tmpdir(), 'faltwerk-python-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The zip of a format, unpacked on disk as a visitor would. */
async function unzipped(format: (typeof formats)[number]): Promise<string> {
  const place = join(folder, format)
  mkdirSync(place, { recursive: true })
  const zip = await (await zippedWeights(parameters, format)).arrayBuffer()
  for (const [name, bytes] of Object.entries(unzipSync(new Uint8Array(zip))))
    writeFileSync(join(place, name), bytes)
  return place
}
const folders = {
  tfjs: await unzipped('tfjs'),
  npz: await unzipped('npz'),
  safetensors: await unzipped('safetensors'),
}

/** 100 digits as files of MNIST, with the labels 0 … 9 in turn. */
const images = digits(100)
const labels = Uint8Array.from({ length: 100 }, (_, place) => place % 10)
writeFileSync(
  join(folder, 't10k-images-idx3-ubyte'),
  Uint8Array.of(
    ...[0, 0, 8, 3, 0, 0, 0, 100, 0, 0, 0, 28, 0, 0, 0, 28],
    ...images.map((value) => Math.round(255 * value)),
  ),
)
writeFileSync(join(folder, 't10k-labels-idx1-ubyte'), Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 100, ...labels))

const bitsOf = (values: Float32Array) => Buffer.from(values.buffer, values.byteOffset, values.byteLength)
async function isSame(path: string): Promise<boolean> {
  const file = new Blob([new Uint8Array(readFileSync(path))])
  const found = await readWeights([{ fileName: path, file }], new AbortController().signal)
  return parameterNames.every((parameter) => bitsOf(found[parameter]).equals(bitsOf(parameters[parameter])))
}

test.skipIf(!anyPython)('all Python files are Python', () => {
  const script = 'import ast, sys\nfor name in sys.argv[1:]: ast.parse(open(name).read())'
  const files = formats.flatMap((format) =>
    ['deep_mnist_keras.py', 'deep_mnist_pytorch.py'].map((name) => join(folders[format], name)),
  )
  expect(runPython(anyPython!, ['-c', script, ...files], folder)).toBe('')
})

test.skipIf(!withNumpy).each(formats)('read_weights for %s gives every number under its name', (format) => {
  // Only the reader: neither Keras nor PyTorch is needed for it.
  const script = [
    'import ast, json, math, numpy',
    'from pathlib import Path',
    'tree = ast.parse(open("deep_mnist_keras.py").read())',
    'tree.body = [n for n in tree.body if getattr(n, "name", "") == "read_weights"]',
    'exec(compile(tree, "reader", "exec"))',
    'weights = read_weights(Path("."))',
    'print(json.dumps({k: [str(v.dtype), v.shape] for k, v in weights.items()}))',
    'open("out.bin", "wb").write(b"".join(v.tobytes() for v in weights.values()))',
  ].join('\n')
  const found: unknown = JSON.parse(runPython(withNumpy!, ['-c', script], folders[format]))
  expect(found).toEqual(
    Object.fromEntries(parameterNames.map((name) => [name, ['float32', tapShapes[name]]])),
  )
  const expected = Buffer.concat(parameterNames.map((name) => bitsOf(parameters[name])))
  expect(Buffer.compare(readFileSync(join(folders[format], 'out.bin')), expected)).toBe(0)
})

test.skipIf(!withNumpy)(
  "what NumPy writes is read: packed, in double precision, in Fortran's order",
  async () => {
    const script = [
      'import numpy',
      'weights = numpy.load("weights.npz")',
      'numpy.savez_compressed("packed.npz", **weights)',
      'numpy.savez("doubles.npz", *[numpy.asfortranarray(v.astype("f8")) for v in weights.values()])',
    ].join('\n')
    runPython(withNumpy!, ['-c', script], folders.npz)
    for (const name of ['packed.npz', 'doubles.npz']) {
      expect(await isSame(join(folders.npz, name)), name).toBe(true)
    }
  },
)

describe.skipIf(!withTorch)('PyTorch', () => {
  test('gives the logits of the mathematics on 100 digits, from every format', async () => {
    const script = [
      'import importlib.util, json, numpy, sys, torch',
      'from pathlib import Path',
      'found = []',
      'for format in sys.argv[1:]:',
      '    spec = importlib.util.spec_from_file_location(format, f"{format}/deep_mnist_pytorch.py")',
      '    module = importlib.util.module_from_spec(spec)',
      '    spec.loader.exec_module(module)',
      '    images, labels = module.read_test_images(Path("."))',
      '    network = module.load_network()',
      '    with torch.no_grad(): found.append(network(torch.from_numpy(images)[:, None]).tolist())',
      'numpy.savez("torch.npz", **{name: values.numpy() for name, values in network.state_dict().items()})',
      'print(json.dumps(found))',
    ].join('\n')
    const found = JSON.parse(runPython(withTorch!, ['-c', script, ...formats], folder)) as number[][][]
    const expected = exactLogits(parameters, images)
    let worst = 0
    for (const ofFormat of found) {
      expect(ofFormat).toHaveLength(100)
      for (const [place, logits] of expected.entries()) {
        const scale = Math.max(...logits.map(Math.abs))
        for (const [digit, logit] of logits.entries()) {
          worst = Math.max(worst, Math.abs(ofFormat[place]![digit]! - logit) / scale)
        }
      }
    }
    console.info(`PyTorch differs by at most ${worst.toExponential(1)} of the largest logit of an image.`)
    expect(worst).toBeLessThan(1e-5)
    // What PyTorch saves under its names, in its order, comes back in ours.
    expect(await isSame(join(folder, 'torch.npz'))).toBe(true)
  })

  test('prints the accuracy that the mathematics gives', () => {
    const right = exactLogits(parameters, images).filter(
      (logits, place) => logits.indexOf(Math.max(...logits)) === labels[place],
    ).length
    const printed = runPython(withTorch!, ['deep_mnist_pytorch.py', '..'], folders.npz)
    expect(printed).toContain(`${right} of 100 right: accuracy ${(right / 100).toFixed(4)}`)
  })
})

test.skipIf(!anyPython)('the Keras file names the layers of model.json, with the same settings', () => {
  // Keras itself is not needed: the calls are read from the file.
  const script = [
    'import ast, json, sys',
    'calls = [n for n in ast.walk(ast.parse(open(sys.argv[1]).read())) if isinstance(n, ast.Call)]',
    'layers = [c for c in calls if isinstance(c.func, ast.Attribute) and getattr(c.func.value, "id", "") == "layers"]',
    'layers.sort(key=lambda c: c.lineno)',
    'value = lambda n: ast.literal_eval(n)',
    'print(json.dumps([[c.func.attr, [value(a) for a in c.args], {k.arg: value(k.value) for k in c.keywords}] for c in layers]))',
  ].join('\n')
  const printed = runPython(anyPython!, ['-c', script, join(folders.npz, 'deep_mnist_keras.py')], folder)
  const found = JSON.parse(printed) as [string, number[], Record<string, unknown>][]
  const expected = kerasLayers() as { class_name: string; config: Record<string, unknown> }[]
  expect(found.map(([kind, , { name }]) => [kind, name])).toEqual(
    expected.map(({ class_name, config }) => [class_name, config.name]),
  )
  for (const [place, [kind, args, settings]] of found.entries()) {
    const { config } = expected[place]!
    const { activation = 'linear', padding } = settings
    if (kind === 'Conv2D') {
      expect([args[0], [args[1], args[1]], padding]).toEqual([
        config.filters,
        config.kernel_size,
        config.padding,
      ])
    }
    if (kind === 'Dense') expect(args).toEqual([config.units])
    if (kind === 'MaxPooling2D') expect([args[0], args[0]]).toEqual(config.pool_size)
    if (kind === 'Dropout') expect(args).toEqual([config.rate])
    if (config.activation !== undefined) expect(activation).toBe(config.activation)
  }
})
