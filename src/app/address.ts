/** The address of a screen: `#/<language>/<lesson id>?…`. Pure; a bad value counts as absent, never as an error. */
import { isLanguage, type Language } from '../i18n/language.ts'
import type { Theme } from '../paint/color.ts'
import type { BackendName } from '../protocol/messages.ts'

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
  /** What else the query carries; kept as it is. */
  readonly unknown: readonly (readonly [name: string, value: string])[]
}

const knownNames = ['digit', 'seed', 'steps', 'backend', 'theme', 'hide', 'present']

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
  for (const [name, value] of address.unknown) add(name, value)
  // A comma needs no escape in a query, and addresses are read aloud in class.
  const query = values.toString().replaceAll('%2C', ',')
  const path = [address.language, address.language && address.lesson].filter(Boolean).join('/')
  return `#/${path}${query && `?${query}`}`
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
