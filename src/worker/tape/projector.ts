/** Shows kept networks: one frame for each wish of a lane, computed by the code that computes frames of the run. */
import type { SnapshotBatch, TapeCommand, TapeReport } from '../../protocol/tape.ts'
import { type KeptStep, KeptStepError, unpackStep } from '../../tape/keptStep.ts'
import type { Viewer } from '../../training/viewer.ts'
import { isOfBatch, type SeenBatch, withBatch } from '../feed.ts'
import type { KeptSteps } from './keptSteps.ts'

type Show = Extract<TapeCommand, { type: 'show' }>

/** One network on the backend for each lane: two pictures side by side do not take turns with it. */
type Lane = { viewer: Viewer | null; shown: KeptStep | null; wish: Show | null }

export type Projector = {
  readonly show: (wish: Show) => void
  readonly forget: (lane: number) => void
}

export function createProjector(tools: {
  readonly keptSteps: KeptSteps
  readonly createViewer: () => Viewer
  readonly post: (report: TapeReport, transfer?: readonly ArrayBuffer[]) => void
  /** Lets wishes in that have arrived meanwhile. */
  readonly turn: () => Promise<void>
  /** What nobody expected. */
  readonly failed: (error: unknown) => void
}): Projector {
  const { keptSteps, createViewer, post, turn, failed } = tools
  const lanes = new Map<number, Lane>()
  let isWorking = false

  /** One after the other, the lanes in turn. */
  async function work() {
    isWorking = true
    try {
      for (;;) {
        const next = [...lanes].find(([, { wish }]) => wish !== null)
        if (!next) break
        const [number, lane] = next
        const wish = lane.wish!
        lane.wish = null
        // To the end of the queue.
        lanes.delete(number)
        lanes.set(number, lane)
        await answer(lane, wish)
        await turn()
      }
    } finally {
      isWorking = false
    }
  }

  /** False when it was closed while something was awaited: then nobody would free what it is given. */
  const isOpen = (lane: Lane) => [...lanes.values()].includes(lane)

  async function answer(lane: Lane, wish: Show) {
    const { place, ask } = wish
    try {
      const kept = await keptSteps.at(place)
      if (lane.shown !== kept) await load(lane, wish, kept)
      await project(lane, wish, kept)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      post({ type: 'not-shown', lane: wish.lane, ask, place, reason })
    }
  }

  async function load(lane: Lane, { place }: Show, kept: KeptStep) {
    const root = await keptSteps.rootOf(place.run, kept)
    if (!isOpen(lane)) return
    lane.viewer ??= createViewer()
    lane.shown = null
    lane.viewer.load(kept.step, (memory) => unpackStep(kept, root, memory))
    lane.shown = kept
  }

  async function project({ viewer }: Lane, wish: Show, kept: KeptStep) {
    if (viewer === null) throw new KeptStepError('wrong-root', 'Nothing is loaded.')
    const { place, taps, digit, label, dropoutKeep } = wish
    const ofNetwork = taps.filter((tap) => !isOfBatch(tap))
    const isCompared = ofNetwork.some((tap) => tap.startsWith('first/'))
    const first = isCompared ? { first: await keptSteps.firstOf(place.run, kept) } : {}
    const look = { keep: dropoutKeep, seed: kept.seed, spare: wish.spent ?? null, ...first }
    const tapped = await viewer.taps(wish.imageHW, ofNetwork, look)
    const hasBatch = kept.batch !== null && ofNetwork.length < taps.length
    const { values, planes } = hasBatch ? withBatch(tapped, seenIn(kept.batch), taps) : tapped
    const frame = { type: 'frame' as const, step: kept.step, digit, label, dropoutKeep, values, planes }
    post({ type: 'shown', lane: wish.lane, ask: wish.ask, place, frame }, [values.buffer as ArrayBuffer])
  }

  return {
    show(wish) {
      const lane = lanes.get(wish.lane) ?? { viewer: null, shown: null, wish: null }
      // The memory that came with the one replaced is not lost.
      const spent = wish.spent ?? lane.wish?.spent
      lane.wish = spent ? { ...wish, spent } : wish
      lanes.set(wish.lane, lane)
      if (!isWorking) work().catch(failed)
    },
    forget(number) {
      lanes.get(number)?.viewer?.dispose()
      lanes.delete(number)
    },
  }
}

function seenIn({ indices, imagesNHW, labels, lossesN, answersN, keep }: SnapshotBatch): SeenBatch {
  const batch = { indices, labels, imagesNHW: Float32Array.from(imagesNHW, (byte) => byte / 255) }
  return { batch, lossesN, answersN, keep }
}
