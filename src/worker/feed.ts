/** The images of the last update and what it cost to be wrong about them; before the first one, those it will see. */
import type { Batches, BatchesState, DrawnBatch } from '../data/batches.ts'
import type { LabelledImages } from '../data/sets.ts'
import { type BatchPart, type BatchTap, type PlaneName, parseTap, shapeOf } from '../network/derivedTaps.ts'
import { training } from '../network/spec.ts'
import type { SnapshotBatch } from '../protocol/tape.ts'
import type { SliceEvaluation, TappedPlanes } from '../training/reading.ts'
import type { StepResult } from '../training/trainer.ts'
import type { WorkshopTools } from './tools.ts'

export type SeenBatch = {
  readonly batch: DrawnBatch
  readonly lossesN: ArrayLike<number>
  readonly answersN: Uint8Array
  /** With what keep probability the images went through the network. */
  readonly keep: number
}

export type Feed = ReturnType<typeof createFeed>

export function createFeed(tools: Pick<WorkshopTools, 'firstBatches' | 'batchesFrom'>) {
  let train: LabelledImages | null = null
  let batches: Batches | null = null
  /** Handed to updates whose numbers are not back yet. */
  let drawn: DrawnBatch[] = []
  let seen: SeenBatch | null = null

  function set(next: Batches | null) {
    batches = next
    drawn = []
    seen = null
  }

  /** The batch that was drawn last; before the first one, that. The stream stays where it is. */
  function drawnBefore(images: LabelledImages, state: BatchesState): DrawnBatch {
    const imagesDrawn = Math.max(0, state.imagesDrawn - training.batchSize)
    return tools.batchesFrom(images, { ...state, imagesDrawn }).nextBatch()
  }

  return {
    /** A run from its start; null: on no digits yet. */
    begin(images: LabelledImages | null, seed: number) {
      train = images
      set(images && tools.firstBatches(images, seed))
    },
    /** The same run where it once stood, and what the update that led there saw. */
    goBackTo(state: BatchesState | null, last: SnapshotBatch | null = null) {
      set(train && state ? tools.batchesFrom(train, state) : batches)
      if (train === null || state === null || last === null || last.keep === 1) return
      const batch = drawnBefore(train, state)
      seen = { batch, lossesN: last.lossesN, answersN: last.answersN, keep: last.keep }
    },
    /** The batch that was seen last, as it is kept with the network. */
    kept(): SnapshotBatch | null {
      if (seen === null) return null
      const { batch, lossesN, answersN, keep } = seen
      const { indices, labels } = batch
      const imagesNHW = Uint8Array.from(batch.imagesNHW, (ink) => Math.round(ink * 255))
      return { indices, imagesNHW, labels, lossesN: Float32Array.from(lossesN), answersN, keep }
    },
    state: () => batches?.state() ?? null,
    next(): DrawnBatch {
      if (batches === null) throw new Error('there is no data to train on')
      const batch = batches.nextBatch()
      drawn.push(batch)
      return batch
    },
    /** The numbers of the oldest update under way are back. */
    count({ lossesN, answersN }: Pick<StepResult, 'lossesN' | 'answersN'>) {
      const batch = drawn.shift()
      if (batch) seen = { batch, lossesN, answersN, keep: training.keepProbability }
    },
    /** What led to this step; before the first update what that one will see. */
    present(): DrawnBatch | null {
      const state = batches?.state()
      if (seen !== null && seen.keep !== 1) return seen.batch
      if (train === null || !state) return null
      return drawnBefore(train, state)
    },
    /** Of the last update that counts; null before the first. */
    last: () => (seen?.keep === 1 ? null : seen),
    /** The last update's; before the first, what that one will see: the stream stands still meanwhile. Null without digits. */
    async current(evaluate: (batch: DrawnBatch) => Promise<SliceEvaluation>): Promise<SeenBatch | null> {
      if (seen !== null || train === null || batches === null) return seen
      const batch = tools.batchesFrom(train, batches.state()).nextBatch()
      const { lossesN, answers } = await evaluate(batch)
      seen = { batch, lossesN, answersN: answers, keep: 1 }
      return seen
    },
  }
}

/** Whether the name asks about the batch, not about the watched digit. */
export const isOfBatch = (name: PlaneName) => parseTap(name).kind === 'batch'

export function batchPlane({ batch, lossesN, answersN, keep }: SeenBatch, part: BatchPart): BatchPlane {
  const values: Record<BatchPart, ArrayLike<number>> = {
    losses: lossesN,
    labels: batch.labels,
    answers: answersN,
    indices: batch.indices,
    images: batch.imagesNHW,
    keep: [keep],
  }
  return { name: `batch/${part}`, shape: shapeOf(`batch/${part}`), values: Float32Array.from(values[part]) }
}
type BatchPlane = {
  readonly name: BatchTap
  readonly shape: readonly number[]
  readonly values: Float32Array
}

/** The planes of the network with those of the batch behind them, in one buffer. */
export function withBatch(tapped: TappedPlanes, seen: SeenBatch, names: readonly PlaneName[]): TappedPlanes {
  const added = names.flatMap((name) => {
    const parsed = parseTap(name)
    return parsed.kind === 'batch' ? [batchPlane(seen, parsed.part)] : []
  })
  let offset = tapped.values.length
  const values = new Float32Array(added.reduce((sum, one) => sum + one.values.length, offset))
  values.set(tapped.values)
  const planes = added.map(({ name, shape, values: own }) => {
    values.set(own, offset)
    offset += own.length
    return { tap: name, shape, offset: offset - own.length }
  })
  return { values, planes: [...tapped.planes, ...planes] }
}
