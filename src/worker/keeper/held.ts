/** A run as the keeper holds it in memory: the one that learns, and runs that cannot be stored. */
import type { ParameterValues } from '../../network/spec.ts'
import type { Checkpoint } from '../../protocol/checkpoint.ts'
import type { FromRun, KeptRecord, RunHeader } from '../../protocol/keep.ts'
import { headerOf } from './header.ts'
import type { TapeChanges, TapeEntry, Tapes, WholeRun } from './parts.ts'
import { emptyRecord, partsOf, type RecordPart, recordUpTo, withPart } from './record.ts'
import type { Stock, StoredRun } from './runReader.ts'
import type { RunWrite, Written } from './store.ts'

export type CheckpointMessage = Extract<FromRun, { type: 'checkpoint' }>

export type Held = {
  readonly header: RunHeader
  readonly checkpoint: Checkpoint | null
  /** All of it so far, bounded. */
  readonly record: KeptRecord
  readonly first: ParameterValues | null
  /** What storage does not have yet; null: nothing of this run counts there, all of it is to be written. */
  readonly pending: Pending | null
  /** What counts of it in storage. */
  readonly stock: Stock
  /** Of the checkpoint another tab wrote for this run: not to be replaced by an earlier one. */
  readonly foreignStep: number
}

export type Pending = {
  readonly parts: readonly RecordPart[]
  readonly tape: TapeChanges
  readonly first: boolean
}

const noStock: Stock = { parts: 0, bytes: 0, step: 0 }
const nothing: Pending = { parts: [], tape: { put: [], removed: [] }, first: false }
/** Above so many parts the record is written anew as a few. */
const mostParts = 64
/** Above so many checkpoints that could not be kept, all is written anew. */
const mostPending = 20

/** The run of a first checkpoint: new, or one that is stored and goes on. */
export function begun(message: CheckpointMessage, stored: StoredRun | null, header: RunHeader | null): Held {
  const { step } = message.checkpoint.network
  if (stored === null || header === null) {
    const fresh = headerOf(message, emptyRecord, { name: null, changedMs: message.startedMs, bytes: 0 })
    return {
      header: fresh,
      checkpoint: null,
      record: emptyRecord,
      first: null,
      pending: null,
      stock: noStock,
      foreignStep: 0,
    }
  }
  // Storage may know more of it than the checkpoint it goes on from: that does not count.
  const from = Math.min(stepBefore(message), stored.checkpoint?.network.step ?? step)
  const backTo = { backTo: from, record: emptyRecord }
  return {
    header,
    checkpoint: stored.checkpoint,
    record: recordUpTo(stored.record, from),
    first: stored.first,
    pending: { ...nothing, parts: [backTo] },
    stock: { ...stored.stock, step: from },
    foreignStep: (stored.checkpoint?.network.step ?? 0) > step ? stored.checkpoint!.network.step : 0,
  }
}

/** Of the checkpoint before: a message brings what was written down after it. */
export const stepBefore = ({ record, checkpoint }: CheckpointMessage) =>
  (record.history[0]?.step ?? checkpoint.network.step + 1) - 1

export function withCheckpoint(
  held: Held,
  message: CheckpointMessage,
  { tape, changedMs }: { readonly tape: TapeChanges; readonly changedMs: number },
): Held {
  const part = { backTo: null, record: message.record }
  const record = withPart(held.record, part)
  const before = held.pending
  const isTooMuch = before === null || before.parts.length >= mostPending || held.stock.parts >= mostParts
  const { name, bytes } = held.header
  return {
    ...held,
    record,
    checkpoint: message.checkpoint,
    first: message.first ?? held.first,
    header: headerOf(message, record, { name, changedMs, bytes }),
    pending: isTooMuch
      ? null
      : {
          parts: [...before.parts, part],
          tape: joined(before.tape, tape),
          first: before.first || message.first !== undefined,
        },
  }
}

/** The run stands at `step` again. */
export function wentBack(held: Held, step: number): Held {
  const part = { backTo: step, record: emptyRecord }
  return {
    ...held,
    record: recordUpTo(held.record, step),
    stock: { ...held.stock, step: Math.min(held.stock.step, step) },
    pending: held.pending && { ...held.pending, parts: [...held.pending.parts, part] },
  }
}

/** What has to be written of it. `tapeBytes`: of all of its tape. */
export function writeOf(held: Held, tapes: Pick<Tapes, 'entries' | 'contents'>): RunWrite {
  const { header, checkpoint, pending, first, stock } = held
  const { bytes: tapeBytes } = tapes.contents(header.id)
  if (pending === null) {
    const tape = { put: tapes.entries(header.id), removed: [] }
    const parts = partsOf(held.record)
    return { header, checkpoint, first, tape, parts, tapeBytes, before: null }
  }
  const { parts, tape } = pending
  return { header, checkpoint, first: pending.first ? first : null, tape, parts, tapeBytes, before: stock }
}

/** All of it is in storage now. */
export const written = (held: Held, { header, stock }: Written): Held => ({
  ...held,
  header,
  stock,
  pending: nothing,
  foreignStep: 0,
})

export const wholeOf = (
  { header, checkpoint, record, first }: Pick<Held, 'header' | 'checkpoint' | 'record' | 'first'>,
  tape: readonly TapeEntry[],
): WholeRun => ({ header, checkpoint, record, first, tape })

/** A run out of a file. */
export const heldOf = ({ header, checkpoint, record, first }: WholeRun): Held => ({
  header,
  checkpoint,
  record,
  first: first ?? null,
  pending: null,
  stock: noStock,
  foreignStep: 0,
})

function joined(before: TapeChanges, after: TapeChanges): TapeChanges {
  const gone = new Set([...after.removed, ...after.put.map(({ step }) => step)])
  const removed = new Set([...before.removed, ...after.removed])
  for (const { step } of after.put) removed.delete(step)
  return { put: [...before.put.filter(({ step }) => !gone.has(step)), ...after.put], removed: [...removed] }
}
