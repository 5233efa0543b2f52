/** Which files of the server are in the library already, so that a reload does not bring them again. */
import type { RunId } from '../../protocol/keep.ts'
import { recall, remember } from '../remember.ts'

export type Fetched = {
  readonly id: RunId
  /** What the server says about the file's version. */
  readonly mark: string
}

/** ETag, date and size, as far as there are any: another version of the file has another one. */
export function markOf(headers: Pick<Headers, 'get'>): string {
  return ['etag', 'last-modified', 'content-length'].map((name) => headers.get(name) ?? '').join(' ')
}

/** `text`: what was remembered. Anything else than what `withFetched` wrote counts as nothing. */
export function fetchedFrom(text: string | null, url: string): Fetched | null {
  const entry = entriesOf(text).find(([known]) => known === url)
  return entry ? entry[1] : null
}

const mostRemembered = 20

export function withFetched(text: string | null, url: string, fetched: Fetched): string {
  const others = entriesOf(text).filter(([known]) => known !== url)
  return JSON.stringify([[url, fetched], ...others].slice(0, mostRemembered))
}

function entriesOf(text: string | null): readonly (readonly [string, Fetched])[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(value) ? value.flatMap(entryOf) : []
  } catch {
    return []
  }
}

function entryOf(value: unknown): readonly (readonly [string, Fetched])[] {
  if (!Array.isArray(value)) return []
  const [url, fetched]: unknown[] = value
  if (typeof url !== 'string' || typeof fetched !== 'object' || fetched === null) return []
  if (!('id' in fetched) || !('mark' in fetched)) return []
  const { id, mark } = fetched
  return typeof id === 'string' && typeof mark === 'string' ? [[url, { id, mark }]] : []
}

export const recallFetched = (url: string) => fetchedFrom(recall('fetched'), url)
export const rememberFetched = (url: string, fetched: Fetched) =>
  remember('fetched', withFetched(recall('fetched'), url, fetched))
