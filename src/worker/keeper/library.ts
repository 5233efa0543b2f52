/** The runs of this device: those in storage, the one that learns, and those that cannot be stored. */
import { networkArrays } from '../../network/parameters.ts'
import type { NetworkValues } from '../../network/spec.ts'
import type { Checkpoint } from '../../protocol/checkpoint.ts'
import type { KeepProblem, KeptRun, RunHeader, RunId } from '../../protocol/keep.ts'
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
import { createReading } from './reading.ts'
import { createWriting, type WritingTools } from './writing.ts'

export type LibraryTools = WritingTools & {
  readonly tapes: Tapes
  readonly newRunId: () => RunId
  /** The runs of this device, whenever something changed. */
  readonly changed: (runs: readonly RunHeader[]) => void
}

/** Tapes of so many runs besides the one that learns stay open. */
const mostOpen = 3
/** Runs out of files that cannot be stored. */
const mostHeld = 3

export type Library = ReturnType<typeof createLibrary>

/** Arrays out of a file may share one buffer, which cannot be handed on for each of them. */
const areBuffersTheirs = (network: NetworkValues) =>
  networkArrays(network).every(({ buffer, byteLength }) => buffer.byteLength === byteLength)

export function createLibrary(tools: LibraryTools) {
  const { tapes, todayMs } = tools
  /** The run that learns. */
  let present: Held | null = null
  /** The visitor removed it: it is not there, until it learns on. */
  let isRemoved = false
  /** Those that cannot be stored, the newest last. */
  let others: readonly Held[] = []
  let opened: readonly RunId[] = []
  /** Checkpoints in memory that were handed out. */
  const lent = new WeakSet<Checkpoint>()
  let replaced: Checkpoint | null = null
  /** What is written is written one after another. */
  let last: Promise<unknown> = Promise.resolve()
  const writing = createWriting(tools, {
    again: () => queued(writeHeld).catch(() => {}),
    present: () => present?.header.id ?? null,
  })
  const storage = createReading(writing)

  function queued<Result>(work: () => Promise<Result>): Promise<Result> {
    const next = last.then(work)
    last = next.catch(() => {})
    return next
  }

  const held = (): readonly Held[] => (present && !isRemoved ? [...others, present] : others)
  const heldWith = (id: RunId) => held().find(({ header }) => header.id === id)

  /** `null` where it is not on this device. */
  async function find(id: RunId): Promise<(WholeRun & { readonly problem: KeepProblem | null }) | null> {
    const inMemory = heldWith(id)
    if (inMemory) {
      if (inMemory.checkpoint) lent.add(inMemory.checkpoint)
      keepOpen(id)
      return { ...(await withFirst(wholeOf(inMemory, tapes.entries(id)))), problem: null }
    }
    const found = await storage.find(id)
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
    const isTaped = tapes.contents(header.id).steps[0] === 0
    if (first || header.origin.kind === 'seed' || !isTaped) return run
    const begun = await tapes.snapshot(header.id, 0).catch(() => null)
    return { ...run, first: begun?.parameters ?? null }
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

  /** Where storage cannot be read, those that are in memory. */
  async function list(): Promise<readonly RunHeader[]> {
    const runs = new Map(await storage.headers().catch(() => []))
    for (const one of held().filter((one) => !writing.isStored(one))) {
      const { header } = one
      runs.set(header.id, { ...header, name: runs.get(header.id)?.name ?? header.name })
    }
    return [...runs.values()]
      .filter(({ step }) => step > 0)
      .sort((one, other) => other.changedMs - one.changedMs)
  }

  async function announce() {
    tools.changed(await list())
  }

  async function presentFor(message: CheckpointMessage): Promise<Held> {
    const { id } = message
    const wasRemoved = isRemoved
    isRemoved = false
    if (present?.header.id === id) return present
    const before = present
    const inMemory = others.find(({ header }) => header.id === id)
    if (inMemory) {
      others = others.filter((one) => one !== inMemory)
      present = wentBack(inMemory, stepBefore(message))
    } else {
      const found = await storage.take(id)
      if (found) tapes.open(id, found.stored.tape)
      present = begun(message, found?.stored ?? null, found?.header ?? null)
    }
    if (before && wasRemoved) tapes.close(before.header.id)
    else if (before) {
      if (!writing.isStored(before) && before.header.step > 0) hold(before)
      keepOpen(before.header.id)
    }
    return present
  }

  function hold(held: Held) {
    others = [...others.filter(({ header }) => header.id !== held.header.id), held].slice(-mostHeld)
  }

  /** Whether it is in storage now. */
  async function writePresent(): Promise<boolean> {
    // A run is kept from its first step on.
    if (present === null || present.header.step === 0) return false
    const isNew = present.pending === null
    const held = await write(present)
    if (held === null) return false
    present = held
    if (isNew && writing.mayPrune()) await prune(held.header.id)
    return true
  }

  /** Storage is there again: all that waits in memory goes there. */
  async function writeHeld() {
    if (present && !isRemoved && !writing.isStored(present)) await writePresent()
    for (const one of others) {
      if (await write(one)) others = others.filter((other) => other !== one)
    }
    await announce()
  }

  /** Null where it is not in storage now. */
  async function write(one: Held): Promise<Held | null> {
    const { id, name } = one.header
    const held = await writing.write(one)
    // Names have a place of their own.
    if (held && one.pending === null && name !== null) await (await writing.store())?.rename(id, name)
    return held
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
        const before = await presentFor(message)
        replaced = before.checkpoint
        const tape = tapes.takeChanges(message.id)
        present = withCheckpoint(before, message, { tape, changedMs: todayMs() })
        const isKept = await writePresent()
        // The answer does not wait for the list.
        announce().catch(() => {})
        return isKept ? tools.nowMs() - startMs : null
      }),
    /** The network of the checkpoint that another one has replaced, for whoever asks first, unless somebody reads it still. */
    takeSpare(): NetworkValues | null {
      const spare = replaced && !lent.has(replaced) ? replaced.network : null
      replaced = null
      return spare && areBuffersTheirs(spare) ? spare : null
    },
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
        const isStored = await storage.using(async (store) => {
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
        await storage.using((store) => store.remove(id))
        others = others.filter(({ header }) => header.id !== id)
        // Should it learn on, it is written anew, all of it.
        if (present?.header.id === id) {
          present = { ...present, pending: null }
          isRemoved = true
        } else tapes.close(id)
        writing.hasRoom()
        await announce()
      }),
    /** A run out of a file, under an id of this device. */
    add: (run: WholeRun, fileName: string): Promise<RunId> =>
      queued(async () => {
        const id = tools.newRunId()
        // Without a name it would make room for others.
        const name = run.header.name || fileName.replace(/(.)\.[^.]*$/, '$1')
        const header = {
          ...run.header,
          id,
          name,
          changedMs: todayMs(),
          canContinue: run.checkpoint !== null && run.header.canContinue,
        }
        tapes.open(id, run.tape)
        const added = heldOf({ ...run, header })
        if ((await write(added)) === null) hold(added)
        keepOpen(id)
        await announce()
        return id
      }),
  }
}
