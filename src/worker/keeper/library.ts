/** The runs of this device: those in storage, the one that learns, and those that cannot be stored. */
import type { KeepProblem, KeptRun, RunHeader, RunId } from '../../protocol/keep.ts'
import { headerOf } from './header.ts'
import {
  begun,
  type CheckpointMessage,
  type Held,
  heldOf,
  stepBefore,
  wentBack,
  wholeOf,
  withCheckpoint,
} from './held.ts'
import { Refusal, type Tapes, type WholeRun } from './parts.ts'
import { surplusRuns } from './prune.ts'
import type { RunStore, StoredRun } from './store.ts'
import { createWriting, type WritingTools } from './writing.ts'

export type LibraryTools = WritingTools & {
  readonly tapes: Tapes
  readonly newRunId: () => RunId
  /** The runs of this device, whenever something changed. */
  readonly changed: (runs: readonly RunHeader[]) => void
}

/** Tapes of so many runs besides the one that learns stay open. */
const mostOpen = 3
const nothingStored: { readonly stored: StoredRun | null; readonly header: RunHeader | null } = {
  stored: null,
  header: null,
}
/** Runs out of files that cannot be stored. */
const mostHeld = 3

export type Library = ReturnType<typeof createLibrary>

export function createLibrary(tools: LibraryTools) {
  const { tapes, todayMs } = tools
  /** The run that learns. */
  let present: Held | null = null
  /** Those that cannot be stored, the newest last. */
  let others: readonly Held[] = []
  let opened: readonly RunId[] = []
  /** What is written is written one after another. */
  let last: Promise<unknown> = Promise.resolve()
  const writing = createWriting(tools, () =>
    queued(async () => {
      if (present && !writing.isStored(present)) await writePresent()
    }),
  )

  function queued<Result>(work: () => Promise<Result>): Promise<Result> {
    const next = last.then(work)
    last = next.catch(() => {})
    return next
  }

  const heldWith = (id: RunId) =>
    [...(present ? [present] : []), ...others].find(({ header }) => header.id === id)

  /** Null where there is no storage. A connection that the browser has closed is opened once more. */
  async function reading<Result>(read: (store: RunStore) => Promise<Result>): Promise<Result | null> {
    const store = await writing.store()
    if (store === null) return null
    try {
      return await read(store)
    } catch (error) {
      if (error instanceof Refusal) throw error
      writing.close()
      const again = await writing.store()
      return again && read(again)
    }
  }

  /** `null` where it is not on this device. */
  async function find(id: RunId): Promise<(WholeRun & { readonly problem: KeepProblem | null }) | null> {
    const held = heldWith(id)
    if (held) {
      keepOpen(id)
      return { ...(await withFirst(wholeOf(held, tapes.entries(id)))), problem: null }
    }
    const found = await reading(async (store) => {
      const stored = await readTwice(store, id)
      return stored && { stored, header: await headerFor(store, id, stored) }
    })
    if (!found) return null
    const { stored, header } = found
    tapes.open(id, stored.tape)
    keepOpen(id)
    const { checkpoint, record, tape, first } = stored
    const step = checkpoint?.network.step ?? null
    const problem: KeepProblem | null = stored.isDamaged ? { code: 'checkpoint-damaged', step } : null
    const about = step === null ? header : { ...header, step }
    return { ...(await withFirst({ header: about, checkpoint, record, tape, first })), problem }
  }

  /** What a run began with is on its tape too, to the last bit: where one of them is damaged the other is there. */
  async function withFirst(run: WholeRun): Promise<WholeRun> {
    const { header, first } = run
    if (first || header.origin.kind === 'seed') return run
    const begun = await tapes.snapshot(header.id, 0).catch(() => null)
    return { ...run, first: begun?.parameters ?? null }
  }

  /** Another tab may write it just now: what is damaged is looked at once more. */
  async function readTwice(store: RunStore, id: RunId): Promise<StoredRun | null> {
    let read = await store.read(id)
    if (read?.state === 'damaged' || (read?.state === 'good' && read.value.isDamaged))
      read = await store.read(id)
    if (read?.state === 'newer') throw new Refusal({ code: 'newer-version' })
    if (read?.state === 'damaged') throw new Refusal({ code: 'checkpoint-damaged', step: null })
    return read?.value ?? null
  }

  /** A header that was damaged is made anew. */
  async function headerFor(store: RunStore, id: RunId, { about, checkpoint, record }: StoredRun) {
    const stored = (await store.headers()).get(id)
    if (stored) return stored
    if (checkpoint === null) throw new Refusal({ code: 'checkpoint-damaged', step: null })
    const kept = { name: await store.nameOf(id), changedMs: about.startedMs, bytes: 0 }
    return headerOf({ ...about, checkpoint }, record, kept)
  }

  /** The tapes of the runs looked at last stay open. */
  function keepOpen(id: RunId) {
    opened = [...opened.filter((one) => one !== id), id]
    const mayClose = opened.filter((one) => heldWith(one) === undefined)
    const closing = mayClose.slice(0, Math.max(0, mayClose.length - mostOpen))
    for (const one of closing) tapes.close(one)
    opened = opened.filter((one) => !closing.includes(one))
  }

  async function whole(id: RunId) {
    const run = await find(id)
    if (run === null) throw new Refusal({ code: 'not-there' })
    return run
  }

  async function list(): Promise<readonly RunHeader[]> {
    const runs = new Map((await reading(listStored)) ?? [])
    for (const held of [...others, ...(present ? [present] : [])]) {
      const { header } = held
      const name = runs.get(header.id)?.name ?? header.name
      if (!writing.isStored(held)) runs.set(header.id, { ...header, name })
    }
    return [...runs.values()]
      .filter(({ step }) => step > 0)
      .sort((one, other) => other.changedMs - one.changedMs)
  }

  async function listStored(store: RunStore): Promise<ReadonlyMap<RunId, RunHeader>> {
    const found = new Map<RunId, RunHeader>()
    for (const [id, header] of await store.headers()) {
      if (header) found.set(id, header)
      else {
        const { header: anew } = await storedFor(store, id).catch(() => nothingStored)
        if (anew) found.set(id, anew)
      }
    }
    return found
  }

  async function announce() {
    tools.changed(await list())
  }

  async function presentFor(message: CheckpointMessage): Promise<Held> {
    const { id } = message
    if (present?.header.id === id) return present
    const before = present
    const held = heldWith(id)
    if (held) {
      others = others.filter((one) => one !== held)
      present = wentBack(held, stepBefore(message))
    } else {
      const { stored, header } = (await reading((store) => storedFor(store, id))) ?? nothingStored
      if (stored) tapes.open(id, stored.tape)
      present = begun(message, stored, header)
    }
    if (before) {
      if (!writing.isStored(before) && before.header.step > 0) hold(before)
      keepOpen(before.header.id)
    }
    return present
  }

  async function storedFor(store: RunStore, id: RunId) {
    store.rest()
    const stored = await store.read(id)
    if (stored?.state !== 'good') return nothingStored
    return { stored: stored.value, header: await headerFor(store, id, stored.value) }
  }

  function hold(held: Held) {
    others = [...others.filter(({ header }) => header.id !== held.header.id), held].slice(-mostHeld)
  }

  /** Whether it is in storage now. */
  async function writePresent(): Promise<boolean> {
    // A run is kept from its first step on.
    if (present === null || present.header.step === 0) return false
    const isNew = present.pending === null
    const held = await writing.write(present)
    if (held === null) return false
    present = held
    if (isNew && writing.mayPrune()) await prune(held.header.id)
    return true
  }

  async function prune(id: RunId) {
    const store = await writing.store()
    if (!store) return
    const stored = [...(await store.headers()).values()].flatMap((header) => (header ? [header] : []))
    for (const old of surplusRuns(stored, id)) await store.remove(old)
    await store.tidy()
  }

  return {
    /** Null where it is not on this device. */
    open: find,
    whole,
    list,
    start: writing.start,
    async take(id: RunId): Promise<KeptRun & { readonly problem: KeepProblem | null }> {
      const { header, checkpoint, record, first, problem } = await whole(id)
      return { header, checkpoint, record, tape: tapes.contents(id), first: first ?? null, problem }
    },
    /** How long it took; null where it was not kept. */
    keep: (message: CheckpointMessage): Promise<number | null> =>
      queued(async () => {
        const startMs = tools.nowMs()
        const held = await presentFor(message)
        const tape = tapes.takeChanges(message.id)
        present = withCheckpoint(held, message, { tape, changedMs: todayMs() })
        const isKept = await writePresent()
        // The answer does not wait for the list.
        announce().catch(() => {})
        return isKept ? tools.nowMs() - startMs : null
      }),
    /** Before a network of a run is put on its tape: what is stored of the tape is there then. */
    async adopt(id: RunId): Promise<void> {
      if (!heldWith(id)) await find(id).catch(() => null)
    },
    backTo(id: RunId, step: number) {
      tapes.backTo(id, step)
      return queued(async () => {
        if (present?.header.id === id) present = wentBack(present, step)
      })
    },
    rename: (id: RunId, name: string | null) =>
      queued(async () => {
        const isStored = await reading(async (store) => {
          const isThere = (await store.headers()).has(id)
          if (isThere || heldWith(id)) await store.rename(id, name)
          return isThere
        })
        if (!isStored && !heldWith(id)) throw new Refusal({ code: 'not-there' })
        const named = (one: Held) =>
          one.header.id === id ? { ...one, header: { ...one.header, name } } : one
        present = present && named(present)
        others = others.map(named)
        await announce()
      }),
    remove: (id: RunId) =>
      queued(async () => {
        await reading((store) => store.remove(id))
        others = others.filter(({ header }) => header.id !== id)
        // The run that learns is written anew, all of it, with its next checkpoint.
        if (present?.header.id === id) present = { ...present, pending: null }
        else tapes.close(id)
        writing.hasRoom()
        await announce()
      }),
    /** A run out of a file, under an id of this device. */
    add: (run: WholeRun, fileName: string): Promise<RunId> =>
      queued(async () => {
        const id = tools.newRunId()
        const name = run.header.name ?? fileName.replace(/\.[^.]*$/, '')
        const header = {
          ...run.header,
          id,
          name,
          changedMs: todayMs(),
          canContinue: run.checkpoint !== null && run.header.canContinue,
        }
        tapes.open(id, run.tape)
        const held = heldOf({ ...run, header })
        const stored = await writing.write(held)
        if (stored === null) hold(held)
        // Names have a place of their own, and a run without one would make room for others.
        else await (await writing.store())?.rename(id, name)
        keepOpen(id)
        await announce()
        return id
      }),
  }
}
