/** How a run gets into storage, and what is done where it does not. */
import type { KeepProblem, RunId } from '../../protocol/keep.ts'
import { type Held, writeOf, written } from './held.ts'
import type { TabTurn } from './lock.ts'
import type { Tapes } from './parts.ts'
import { oldestUnnamed } from './prune.ts'
import { ClearedError, NewerError, type RunStore } from './store.ts'

export type WritingTools = {
  readonly nowMs: () => number
  readonly todayMs: () => number
  readonly tapes: Pick<Tapes, 'entries' | 'contents'>
  /** Rejects with the browser's exception where there is no storage. `ended` is called when the browser closes it. */
  readonly openStore: (ended: () => void) => Promise<RunStore>
  readonly createTurn: (came: () => void) => TabTurn
  readonly estimate: () => Promise<{ readonly usage?: number; readonly quota?: number }>
  /** Does something after a while. */
  readonly later: (work: () => void, ms: number) => void
  /** Whether runs are kept, whenever that changes. */
  readonly keeping: (problem: KeepProblem | null) => void
  readonly kept: (report: { readonly id: RunId; readonly step: number; readonly atMs: number }) => void
}

/** After storage was full or failed, so long passes until it is tried again; twice as long each time. */
const shortestWaitMs = 15_000
const longestWaitMs = 300_000
/** So long is said that what was stored had been removed. */
const clearedShownMs = 60_000
/** Another tab that is just closing is not worth a word. */
const closingMs = 1000
/** Runs removed for one that does not fit, and connections opened anew. */
const mostAttempts = 60

export type Writing = ReturnType<typeof createWriting>

export function createWriting(
  { nowMs, todayMs, tapes, openStore, createTurn, estimate, later, keeping, kept }: WritingTools,
  {
    again,
    present,
  }: {
    /** Writes the run that learns: no other checkpoint of it may come. */
    readonly again: () => Promise<void>
    /** The run that learns: it never makes room for another. */
    readonly present: () => RunId | null
  },
) {
  let store: Promise<RunStore | null> | null = null
  let noStorage: KeepProblem | null = null
  let problem: KeepProblem | null | 'unsaid' = 'unsaid'
  let clearedUntilMs = Number.NEGATIVE_INFINITY
  let wait = { untilMs: Number.NEGATIVE_INFINITY, ms: shortestWaitMs }
  const turn = createTurn(() => {
    say(noStorage)
    again()
  })

  function say(next: KeepProblem | null) {
    if (problem !== 'unsaid' && JSON.stringify(problem) === JSON.stringify(next)) return
    problem = next
    keeping(next)
  }

  /** Opens it where it is not open; null where there is none. */
  function opened(): Promise<RunStore | null> {
    let here: RunStore | null = null
    store ??= openStore(() => {
      // Files that are removed stay open otherwise, and cannot be opened anew under their names.
      here?.rest()
      store = null
    }).then(
      (ready) => {
        here = ready
        noStorage = null
        return ready
      },
      (error: unknown) => {
        noStorage = unopened(error)
        return null
      },
    )
    return store
  }

  function close() {
    store?.then((open) => open?.close())
    store = null
  }

  async function full(): Promise<KeepProblem> {
    const { usage, quota } = await estimate().catch(() => ({ usage: undefined, quota: undefined }))
    return { code: 'storage-full', usedBytes: usage ?? null, quotaBytes: quota ?? null }
  }

  function failed(reason: KeepProblem): null {
    const { ms } = wait
    wait = { untilMs: nowMs() + ms, ms: Math.min(2 * ms, longestWaitMs) }
    later(() => {
      // Timers and clocks are rounded, each in its own way: it is the timer that ends the wait.
      wait = { ...wait, untilMs: Number.NEGATIVE_INFINITY }
      again()
    }, ms)
    say(reason)
    return null
  }

  /** Writes it, and makes what room it needs. Null where it cannot be written. */
  async function attempt(run: Held): Promise<Held | null> {
    let held = run
    let reopened = 0
    let wasCleared = false
    for (let attempts = 0; attempts < mostAttempts; attempts++) {
      const ready = await opened()
      if (ready === null) return failed(noStorage ?? { code: 'no-storage', reason: '' })
      try {
        const done = written(held, await ready.write(writeOf(held, tapes)))
        if (wasCleared) clearedUntilMs = nowMs() + clearedShownMs
        wait = { untilMs: Number.NEGATIVE_INFINITY, ms: shortestWaitMs }
        say(nowMs() < clearedUntilMs ? { code: 'storage-cleared' } : null)
        return done
      } catch (error) {
        if (error instanceof NewerError) return failed({ code: 'newer-version' })
        if (error instanceof ClearedError) {
          wasCleared = true
          held = { ...held, pending: null }
          ready.rest()
        } else if (isFull(error)) {
          if (!(await removeOldest(ready, held.header.id))) return failed(await full())
        } else if (reopened++ === 0) close()
        else return failed({ code: 'no-storage', reason: reasonOf(error) })
      }
    }
    return failed(await full())
  }

  async function removeOldest(ready: RunStore, except: RunId): Promise<boolean> {
    const headers = [...(await ready.headers()).values()].flatMap((header) => (header ? [header] : []))
    const oldest = oldestUnnamed(headers, except).find((id) => id !== present())
    if (oldest === undefined) return false
    await ready.remove(oldest)
    return true
  }

  return {
    /** Null where there is none. */
    store: opened,
    close,
    isStored: (held: Held) => held.pending !== null && held.pending.parts.length === 0,
    /** Whether this tab is the one that writes. */
    mayPrune: () => problem === null,
    async start() {
      const ready = await opened()
      if (ready === null) return say(noStorage)
      if (!(await turn.isElsewhere().catch(() => false))) return say(null)
      if (await turn.take()) return say(null)
      later(() => {
        if (problem === 'unsaid') say({ code: 'other-tab' })
      }, closingMs)
    },
    /** Null where it cannot be written now: then it is held in memory and tried again. */
    async write(held: Held): Promise<Held | null> {
      if (nowMs() < wait.untilMs) return null
      if ((await opened()) === null) return failed(noStorage ?? { code: 'no-storage', reason: '' })
      if (!(await turn.take())) {
        say({ code: 'other-tab' })
        return null
      }
      // Another tab went further with this very run: what it wrote stays until this one has come as far.
      if (held.header.step < held.foreignStep) return null
      const done = await attempt(held)
      if (done) kept({ id: done.header.id, step: done.header.step, atMs: todayMs() })
      return done
    },
    /** Something was removed: what did not fit may fit now. */
    hasRoom() {
      wait = { untilMs: Number.NEGATIVE_INFINITY, ms: shortestWaitMs }
    },
  }
}

function unopened(error: unknown): KeepProblem {
  if (error instanceof DOMException && error.name === 'VersionError') return { code: 'newer-version' }
  return { code: 'no-storage', reason: reasonOf(error) }
}

const isFull = (error: unknown) => error instanceof Error && error.name === 'QuotaExceededError'

const reasonOf = (error: unknown) => (error instanceof Error ? error.message || error.name : String(error))
