/**
 * The tapes of runs in memory, as packed: at most the budget for the run that learns, plus the weights it began with (13 MB) and what
 * packing needs; what was taken from storage or files is as large as it lies there.
 */
import { initialParameters, zeroParameters } from '../../network/parameters.ts'
import type { RunId } from '../../protocol/keep.ts'
import type { KeptStepAnswer, KeptStepWish, Snapshot } from '../../protocol/tape.ts'
import { type PackDifference, packInScript } from '../../tape/blocks.ts'
import {
  type KeptStep,
  KeptStepError,
  openStep,
  packStep,
  type Root,
  rootOf,
  unpackStep,
} from '../../tape/keptStep.ts'
import { placeToDrop } from '../../tape/thinning.ts'
import type { TapeEntry, Tapes, TapesOptions } from './parts.ts'

/** All kept steps of a run together. */
const defaultBudgetBytes = 60_000_000

type Entry = TapeEntry & { readonly kept: KeptStep }
export type TapesExtent = { readonly budgetBytes?: number; readonly pack?: PackDifference }

type Tape = {
  /** In step order. */
  entries: readonly Entry[]
  /** Not yet told to storage. */
  readonly put: Set<number>
  readonly removed: Set<number>
}

export function createTapes(
  { changed, fetch }: TapesOptions,
  { budgetBytes = defaultBudgetBytes, pack = packInScript() }: TapesExtent = {},
): Tapes {
  const tapes = new Map<RunId, Tape>()
  /** The weights that the run which learns began with. */
  let began: { readonly id: RunId; readonly root: Root } | null = null
  let toTape: MessagePort | null = null

  const entriesOf = (id: RunId) => tapes.get(id)?.entries ?? []

  function begin(id: RunId): Tape {
    const tape: Tape = { entries: [], put: new Set(), removed: new Set() }
    tapes.set(id, tape)
    return tape
  }
  const bytesOf = (entries: readonly Entry[]) => entries.reduce((sum, { bytes }) => sum + bytes.length, 0)

  function drop(tape: Tape, isGone: (entry: Entry) => boolean): boolean {
    const gone = tape.entries.filter(isGone)
    for (const { step } of gone) {
      tape.put.delete(step)
      tape.removed.add(step)
    }
    tape.entries = tape.entries.filter((entry) => !isGone(entry))
    return gone.length > 0
  }

  /** True where something is gone. */
  function cut(id: RunId, isGone: (step: number) => boolean, lastStep: number): boolean {
    const tape = tapes.get(id)
    if (!tape || !drop(tape, ({ step }) => isGone(step))) return false
    toTape?.postMessage({ type: 'back-to', run: id, step: lastStep } satisfies KeptStepAnswer)
    return true
  }

  /** What a new step is packed against; null: it is the first itself. */
  function rootFor(id: RunId, { step, seed, parameters }: Snapshot, isFromSeed: boolean): Root | null {
    if (began?.id === id && step > 0) return began.root
    const [first] = entriesOf(id)
    const held = first && rootOf(first.kept)
    if (held && step > 0) return remember(id, held)
    if (step === 0 && !isFromSeed) return null
    const fc1 = step === 0 ? parameters['fc1/weights'] : initialParameters(seed)['fc1/weights']
    // A copy: the snapshot's memory is filled again.
    return remember(id, { fc1: step === 0 ? fc1.slice() : fc1, from: 'seed' })
  }
  function remember(id: RunId, root: Root): Root {
    began = { id, root }
    return root
  }

  /** The root that a kept step names. */
  function rootBehind(id: RunId, { root, seed }: KeptStep): Root | null {
    if (began?.id === id && began.root.from === root) return began.root
    if (root === 'seed') return { fc1: initialParameters(seed)['fc1/weights'], from: 'seed' }
    const [first] = entriesOf(id)
    return first ? rootOf(first.kept) : null
  }

  return {
    add(id, snapshot, { origin }) {
      const { step } = snapshot
      cut(id, (kept) => kept >= step, step - 1)
      const tape = tapes.get(id) ?? begin(id)
      if (step === 0 && began?.id === id) began = null
      const bytes = packed(snapshot, rootFor(id, snapshot, origin.kind === 'seed'), pack)
      // A network that is no network any more has nothing to show.
      if (bytes === null) return
      tape.entries = [...tape.entries, { step, bytes, kept: openStep(bytes, { isFresh: true }) }]
      tape.put.add(step)
      tape.removed.delete(step)
      while (bytesOf(tape.entries) > budgetBytes) {
        const place = placeToDrop(tape.entries.map((entry) => entry.step))
        if (place === null) break
        const dropped = tape.entries[place]
        drop(tape, (entry) => entry === dropped)
      }
      changed(id)
    },
    backTo(id, step) {
      if (cut(id, (kept) => kept > step, step)) changed(id)
    },
    open(id, entries) {
      // What is in memory is at least as new.
      if (tapes.has(id)) return
      const tape = begin(id)
      const opened = entries.flatMap((entry) => {
        const kept = openedStep(entry.bytes)
        return kept && kept.step === entry.step ? [{ ...entry, kept }] : []
      })
      opened.sort((one, other) => one.step - other.step)
      const first = opened[0]?.kept
      tape.entries = opened.filter(
        ({ kept: { root } }) =>
          typeof root === 'string' || (first?.root === 'here' && first.checksum === root),
      )
      changed(id)
    },
    close(id) {
      tapes.delete(id)
      if (began?.id === id) began = null
    },
    contents(run) {
      const kept = entriesOf(run)
      const steps = kept.map(({ step }) => step)
      const fc1Tolerance = kept.reduce((most, entry) => Math.max(most, toleranceOf(entry.kept)), 0)
      return { run, steps, bytes: bytesOf(kept), budgetBytes, fc1Tolerance }
    },
    entries: (id) => entriesOf(id).map(({ step, bytes }) => ({ step, bytes })),
    takeChanges(id) {
      const tape = tapes.get(id)
      if (!tape) return { put: [], removed: [] }
      const { entries, put, removed } = tape
      const changes = {
        put: entries.filter(({ step }) => put.has(step)).map(({ step, bytes }) => ({ step, bytes })),
        removed: [...removed],
      }
      put.clear()
      removed.clear()
      return changes
    },
    async snapshot(id, step) {
      if (!tapes.has(id)) await fetch(id)
      const kept = entriesOf(id).find((entry) => entry.step === step)?.kept
      if (!kept) return null
      const parameters = zeroParameters()
      unpackStep(kept, rootBehind(id, kept), parameters)
      return { step, seed: kept.seed, parameters, batch: kept.batch }
    },
    connect(port) {
      toTape?.close()
      toTape = port
      port.onmessage = async ({ data: { ask, place } }: MessageEvent<KeptStepWish>) => {
        if (!tapes.has(place.run)) await fetch(place.run)
        const entry = entriesOf(place.run).find(({ step }) => step === place.step)
        const answer: KeptStepAnswer = { type: 'kept-step', ask, place, bytes: entry?.bytes ?? null }
        port.postMessage(answer)
      }
    },
  }
}

/** Null where a number is none. */
function packed(snapshot: Snapshot, root: Root | null, pack: PackDifference) {
  try {
    return packStep(snapshot, root, pack)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Null where it is damaged. */
function openedStep(bytes: Uint8Array): KeptStep | null {
  try {
    return openStep(bytes)
  } catch (error) {
    if (error instanceof KeptStepError) return null
    throw error
  }
}

const toleranceOf = ({ fc1 }: KeptStep) => ('whole' in fc1 ? 0 : fc1.unit / 2)
