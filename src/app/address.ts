/** The address of a screen: `#/<language>/<lesson id>?…`. Pure; a bad value counts as absent, never as an error. */
import { isLanguage, type Language } from '../i18n/language.ts'
import { tapNames, tapShapes } from '../network/spec.ts'
import type { Theme } from '../paint/color.ts'
import type { BackendName } from '../protocol/messages.ts'
import type { Place, Site } from '../sums/explanation.ts'
import type { Wanted, WantedPair } from './compare/comparing.ts'

/** Parts of the page that `hide=` can take away, for embedding and for a calm screen. */
export const hideableParts = ['header', 'ribbon', 'digit', 'figure', 'text', 'dock'] as const
export type Part = (typeof hideableParts)[number]

export const themes = ['light', 'dark', 'projector'] as const satisfies readonly Theme[]
export const backendChoices = ['auto', 'webgpu', 'webgl', 'wasm', 'cpu'] as const satisfies readonly (
  | BackendName
  | 'auto'
)[]

export const longestRun = 100_000
export const largestSeed = 2 ** 32 - 1

export type Address = {
  readonly language: Language | null
  /** As written; whether there is such a lesson, the registry knows. */
  readonly lesson: string | null
  /** Index in the test set. */
  readonly digit: number | null
  readonly seed: number | null
  readonly steps: number | null
  readonly backend: BackendName | 'auto' | null
  readonly theme: Theme | null
  readonly hide: readonly Part[]
  readonly present: boolean
  /** Where the figure stands: `at=7.12.17` is map 7, row 12, column 17, counted from 1 as on the page. */
  readonly at: Place | null
  /** The number whose sum is shown: `sum=conv1/pre.7.12.17`, counted likewise. */
  readonly sum: Site | null
  /**
   * Two steps that are compared: `ab=0,300`, or `ab=0,live` with the step that the run has reached. Of another run of this device with
   * its name in front: `ab=4f…:300,live`.
   */
  readonly ab: WantedPair | null
  /** The fold-outs that are open. */
  readonly open: readonly string[]
  /** A run file of the page's own server, to be opened. */
  readonly run: string | null
  /** What else the query carries; kept as it is. */
  readonly unknown: readonly (readonly [name: string, value: string])[]
}

const knownNames = [
  'digit',
  'seed',
  'steps',
  'backend',
  'theme',
  'hide',
  'present',
  'at',
  'sum',
  'ab',
  'open',
  'run',
]

export function parseAddress(hash: string): Address {
  const [path, query = ''] = splitOnce(hash.replace(/^#\/?/, ''), '?')
  const [language, lesson] = path.split('/')
  const values = new URLSearchParams(query)
  const oneOf = <T extends string>(name: string, allowed: readonly T[]): T | null =>
    allowed.find((value) => value === values.get(name)) ?? null
  const hidden = (values.get('hide') ?? '').split(',')
  return {
    language: isLanguage(language) ? language : null,
    lesson: (isLanguage(language) ? lesson : undefined) || null,
    digit: wholeNumber(values.get('digit'), 0, 9_999_999),
    seed: wholeNumber(values.get('seed'), 0, largestSeed),
    steps: wholeNumber(values.get('steps'), 1, longestRun),
    backend: oneOf('backend', backendChoices),
    theme: oneOf('theme', themes),
    hide: hideableParts.filter((part) => hidden.includes(part)),
    present: values.has('present') && !['0', 'false'].includes(values.get('present') ?? ''),
    at: placeIn(values.get('at')),
    sum: siteIn(values.get('sum')),
    ab: pairIn(values.get('ab')),
    open: (values.get('open') ?? '').split(',').filter((id) => /^[a-z0-9-]{1,40}$/.test(id)),
    run: values.get('run') || null,
    unknown: [...values].filter(([name]) => !knownNames.includes(name)),
  }
}

/** The hash of an address; `parseAddress` reads it back. */
export function formatAddress(address: Address): string {
  const values = new URLSearchParams()
  const add = (name: string, value: string | number | null) => {
    if (value !== null) values.append(name, String(value))
  }
  add('digit', address.digit)
  add('seed', address.seed)
  add('steps', address.steps)
  add('backend', address.backend)
  add('theme', address.theme)
  add('hide', address.hide.length > 0 ? address.hide.join(',') : null)
  add('present', address.present ? 1 : null)
  add('at', address.at && placeText(address.at))
  add('sum', address.sum && `${address.sum.tap}.${placeText(address.sum)}`)
  add('ab', address.ab?.map(wantedText).join(',') ?? null)
  add('open', address.open.length > 0 ? address.open.join(',') : null)
  add('run', address.run)
  for (const [name, value] of address.unknown) add(name, value)
  // Comma, slash and colon need no escape in a query, and addresses are read aloud in class.
  const query = values.toString().replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':')
  const path = [address.language, address.language && address.lesson].filter(Boolean).join('/')
  return `#/${path}${query && `?${query}`}`
}

/** The address of a lesson: what belongs to one lesson alone stays behind when another is opened. */
export function addressOfLesson(address: Address, lesson: string): Address {
  return lesson === address.lesson ? address : { ...address, lesson, at: null, sum: null, open: [] }
}

/** Where the figure can stand, only the figure knows; negative numbers stand for nothing in particular. */
function placeIn(text: string | null): Place | null {
  const [map, row, column, ...more] = (text ?? '').split('.').map((part) => wholeNumber(part, 0, 9999))
  if (map == null || row == null || column == null || map < 1 || more.length > 0) return null
  return { map: map - 1, row: row - 1, column: column - 1 }
}

function siteIn(text: string | null): Site | null {
  const [name, numbers = ''] = splitOnce(text ?? '', '.')
  const tap = tapNames.find((tap) => tap === name)
  const place = placeIn(numbers)
  if (!tap || !place || place.row < 0 || place.column < 0) return null
  const [rows, columns, maps] = extentOf(tapShapes[tap])
  return place.map < maps && place.row < rows && place.column < columns ? { tap, ...place } : null
}

const live = 'live'

function pairIn(text: string | null): WantedPair | null {
  const [a, b, ...more] = (text ?? '').split(',').map(wantedIn)
  return a && b && more.length === 0 ? [a, b] : null
}

function wantedIn(text: string): Wanted | null {
  const [, run = null, at = ''] = /^(?:([a-z0-9]{1,64}):)?(\w+)$/.exec(text) ?? []
  const step = wholeNumber(at, 0, longestRun)
  return step === null && at !== live ? null : { run, step }
}

function wantedText({ run, step }: Wanted): string {
  return (run === null ? '' : `${run}:`) + (step ?? live)
}

/** Rows, columns and maps of a tap; the values of a vector are maps of one value each. */
function extentOf(shape: readonly number[]): readonly [rows: number, columns: number, maps: number] {
  const [first = 1, second = 1, ...others] = shape
  if (shape.length === 1) return [1, 1, first]
  return [first, second, others.reduce((product, size) => product * size, 1)]
}

function placeText({ map, row, column }: Place): string {
  return `${map + 1}.${row + 1}.${column + 1}`
}

/** A whole number from a text, or null where it is none or out of range. */
export function wholeNumber(text: string | null, lowest: number, highest: number): number | null {
  if (text === null || !/^\d{1,10}$/.test(text)) return null
  const value = Number(text)
  return value >= lowest && value <= highest ? value : null
}

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}
