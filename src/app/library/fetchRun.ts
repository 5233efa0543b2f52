/** A run file of the page's own server: `?run=stunde-7.faltwerk`. */
import { isOneFile } from '../../session/edition.ts'
import { KeepRefusal } from '../../session/keeper.ts'
import type { PageRun } from '../../session/useRun.ts'
import { markOf, recallFetched, rememberFetched } from './fetched.ts'
import { say } from './library.ts'
import { openRun } from './openRun.ts'
import { FetchRefusal, type Progress, working } from './working.ts'

/** Brings it, unless it is in the library already, and opens it. `base`: what the address is relative to. */
export async function fetchRun(page: PageRun, address: string, base: string): Promise<void> {
  if (isOneFile) {
    say({ kind: 'problem', problem: { code: 'run-no-server', url: address } })
    return
  }
  const url = urlOf(address, base)
  if (url === null) {
    say({ kind: 'problem', problem: { code: 'run-elsewhere', url: address } })
    return
  }
  const fileName = fileNameIn(url)
  const run = await working({ kind: 'fetching', name: fileName }, async (following) => {
    const known = await knownRun(page, url.href, following.signal)
    if (known) return { id: known, lost: [] }
    const { file, mark } = await download({ url: url.href, fileName }, following)
    const unpacked = await page.keeper.unpack({ file, fileName }, { signal: following.signal })
    rememberFetched(url.href, { id: unpacked.id, mark })
    return unpacked
  })
  if (run === null) return
  await openRun(page, { id: run.id, name: fileName })
  if (run.lost.length > 0) say({ kind: 'imported', name: fileName, lost: run.lost })
}

/** Null where the address leaves the page's own server. */
export function urlOf(address: string, base: string): URL | null {
  try {
    const url = new URL(address, base)
    return url.origin === new URL(base).origin && /^https?:$/.test(url.protocol) ? url : null
  } catch {
    return null
  }
}

/** The last part of the path, as people write it. */
export function fileNameIn({ pathname }: Pick<URL, 'pathname'>): string {
  const last = pathname.split('/').at(-1) || pathname
  try {
    return decodeURIComponent(last)
  } catch {
    return last // a percent sign that is just that
  }
}

/** The run that came from there, where it is still on this device and the file is the same; offline the one that is there will do. */
async function knownRun(page: PageRun, url: string, signal: AbortSignal): Promise<string | null> {
  const fetched = recallFetched(url)
  if (fetched === null) return null
  const runs = await page.keeper.list()
  if (!runs.some(({ id }) => id === fetched.id)) return null
  const response = await fetch(url, { method: 'HEAD', cache: 'no-cache', signal }).catch(() => null)
  signal.throwIfAborted()
  return response?.ok && markOf(response.headers) !== fetched.mark ? null : fetched.id
}

async function download(
  { url, fileName }: { url: string; fileName: string },
  { signal, progress }: Progress,
) {
  const response = await fetch(url, { cache: 'no-cache', signal }).catch(() => {
    signal.throwIfAborted()
    throw new FetchRefusal({ code: 'run-unreachable', url })
  })
  if (!response.ok || response.body === null) {
    throw new FetchRefusal({ code: 'run-not-found', url, status: response.status })
  }
  const total = Number(response.headers.get('content-length') ?? 0)
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  const reader = response.body.getReader()
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      signal.throwIfAborted()
      throw new FetchRefusal({ code: 'run-unreachable', url })
    })
    if (done) return { file: new Blob(chunks), mark: markOf(response.headers) }
    bytes += value.length
    if (bytes > mostBytes) {
      void reader.cancel().catch(() => {})
      throw new KeepRefusal({ code: 'file-too-large', fileName, bytes, limitBytes: mostBytes })
    }
    chunks.push(value)
    if (total > 0) progress(Math.min(1, bytes / total))
  }
}

/** As large as the keeper takes one. */
const mostBytes = 600_000_000
