/** The directions of ARCHITECTURE.md, as tests: an arrow that points up fails here, with the file's name. */
import { describe, expect, test } from 'vitest'
import { type Import, importsOf, readSources, type Source } from './sources.ts'
import { visibleWords } from './visibleWords.ts'

/** What each folder may import besides itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  math: [],
  zip: ['math'],
  data: ['math'],
  kernels: ['math'],
  network: ['math', 'kernels'],
  training: ['math', 'network', 'data', 'kernels', 'protocol'],
  summaries: ['math', 'network', 'data', 'kernels', 'training', 'protocol'],
  tensorboard: [],
  tape: ['math', 'network/spec.ts', 'protocol'],
  weights: ['math', 'zip', 'network/spec.ts', 'protocol'],
  runFile: ['math', 'zip', 'data', 'network/spec.ts', 'tape', 'weights', 'protocol'],
  protocol: ['math', 'data', 'network/spec.ts', 'network/derivedTaps.ts', 'network/graph.ts'],
  worker: [
    'math',
    'data',
    'network',
    'kernels',
    'training',
    'summaries',
    'tensorboard',
    'tape',
    'zip',
    'weights',
    'runFile',
    'protocol',
  ],
  session: [
    'math',
    'data',
    'network/spec.ts',
    'network/derivedTaps.ts',
    'network/graph.ts',
    'protocol',
    'worker/main.ts',
    'worker/export/exportWorker.ts',
    'worker/keeper/keeperWorker.ts',
  ],
  paint: ['math'],
  i18n: ['math', 'data', 'network/spec.ts', 'protocol'],
  ui: ['math', 'paint', 'i18n'],
  sums: ['math', 'network/spec.ts', 'network/derivedTaps.ts', 'network/graph.ts', 'i18n'],
  figures: [
    'math',
    'data',
    'network/spec.ts',
    'network/derivedTaps.ts',
    'network/graph.ts',
    'sums',
    'protocol',
    'session',
    'paint',
    'i18n',
    'ui',
    'lessons/lesson.ts',
  ],
  lessons: [
    'math',
    'data',
    'network/spec.ts',
    'network/derivedTaps.ts',
    'network/graph.ts',
    'protocol',
    'session',
    'paint',
    'i18n',
    'ui',
    'sums',
    'figures',
  ],
  app: [
    'math',
    'data',
    'network/spec.ts',
    'network/derivedTaps.ts',
    'network/graph.ts',
    'sums',
    'protocol',
    'session',
    'paint',
    'i18n',
    'ui',
    'figures',
    'lessons',
  ],
}

const folderOf = (path: string) => path.split('/')[0] ?? ''
const lessonOf = (path: string) => /^lessons\/(\d{3}-[^/]+)\//.exec(path)?.[1] ?? null
const isOwn = ({ target }: Import) =>
  /^[\w-]+\/.*\.(ts|tsx|mdx)$/.test(target) && folderOf(target) in MAY_IMPORT
const isTest = (path: string) => /\.test\.tsx?$|\/testing\//.test(path)

const sources = readSources()
const shipped = sources.filter(({ path }) => !isTest(path))

/** `file → target` for every import of which `wrong` is true: the names of the culprits make the failure. */
function culprits(files: readonly Source[], wrong: (source: Source, imported: Import) => boolean): string[] {
  return files.flatMap((source) =>
    source.imports
      .filter((imported) => wrong(source, imported))
      .map(({ target }) => `${source.path} → ${target}`),
  )
}

function mayImport(source: Source, { target, typesOnly }: Import): boolean {
  const from = folderOf(source.path)
  const to = folderOf(target)
  if (from === to) return true
  if (to === 'protocol' && !typesOnly) return false // types cross the border, code does not
  return (MAY_IMPORT[from] ?? []).some((allowed) => allowed === to || allowed === target)
}

describe('layers', () => {
  test('every folder of src is known to these rules', () => {
    const unknown = sources.map(({ path }) => folderOf(path)).filter((folder) => !(folder in MAY_IMPORT))
    expect([...new Set(unknown)]).toEqual([])
  })

  test('imports point the way of the architecture', () => {
    expect(culprits(shipped, (source, to) => isOwn(to) && !mayImport(source, to))).toEqual([])
  })

  test('lessons never import each other', () => {
    const wrong = ({ path }: Source, { target }: Import) =>
      lessonOf(path) !== null && lessonOf(target) !== null && lessonOf(path) !== lessonOf(target)
    expect(culprits(sources, wrong)).toEqual([])
  })

  test('only the worker realm imports tfjs', () => {
    const realm =
      /^(network\/(?!spec\.ts|derivedTaps\.ts|graph\.ts)|kernels\/|training\/|summaries\/|worker\/)/
    const isTfjs = ({ target }: Import) =>
      target.startsWith('@tensorflow/') && !target.startsWith('@tensorflow/tfjs-vis/')
    const wrong = ({ path }: Source, to: Import) => isTfjs(to) && !realm.test(path)
    expect(culprits(shipped, wrong)).toEqual([])
  })

  test('tfjs-vis comes by deep imports of its rendering, which bring no tfjs', () => {
    const deep = /^@tensorflow\/tfjs-vis\/dist\/(?!index|visor|show\/history)/
    const wrong = (_: Source, { target }: Import) =>
      target.startsWith('@tensorflow/tfjs-vis') && !deep.test(target)
    expect(culprits(sources, wrong)).toEqual([])
  })
})

describe('files', () => {
  test('none is longer than 300 lines', () => {
    const lines = ({ text }: Source) => text.trimEnd().split('\n').length
    const long = sources.filter((source) => lines(source) > 300)
    expect(long.map((source) => `${source.path}: ${lines(source)}`)).toEqual([])
  })

  test('none only passes on what others export', () => {
    const isBarrel = ({ text }: Source) => /^export\s+(type\s+)?(\*|\{[^}]*\})[^'"\n]*from\s*['"]/m.test(text)
    // AssemblyScript learns from it what the compiled module gives.
    const barrels = shipped.filter(isBarrel).map(({ path }) => path)
    expect(barrels).toEqual(['kernels/assembly/index.ts'])
  })

  test('no component carries words a user sees', () => {
    const components = shipped.filter(({ path }) => path.endsWith('.tsx'))
    const words = components.flatMap(({ path, text }) => visibleWords(text).map((word) => `${path}: ${word}`))
    expect(words.filter((word) => !word.endsWith(': Faltwerk'))).toEqual([]) // the name is the same everywhere
  })
})

describe('these rules read imports', () => {
  test('of every form, and none in comments', () => {
    const text = [
      "import type { A } from '../math/plane.ts'",
      'import {',
      '  b,',
      "} from './b.ts'",
      "// import { c } from './c.ts'",
      "export { d } from '@tensorflow/tfjs'",
      "const lazy = () => import('./text.de.mdx')",
      "new Worker(new URL('../worker/main.ts', import.meta.url))",
    ].join('\n')
    expect(importsOf(text, 'app/a.ts')).toEqual([
      { target: 'math/plane.ts', typesOnly: true },
      { target: 'app/b.ts', typesOnly: false },
      { target: '@tensorflow/tfjs', typesOnly: false },
      { target: 'app/text.de.mdx', typesOnly: false },
      { target: 'worker/main.ts', typesOnly: false },
    ])
  })

  test('and words in JSX', () => {
    expect(visibleWords('const a = <b title="Stop it" id="id">Go {x} on</b>')).toEqual([
      'Stop it',
      'Go',
      'on',
    ])
    expect(visibleWords('const a = <b>{off ? "Start" : words.go} · 3 ×</b>')).toEqual(['Start'])
  })
})
