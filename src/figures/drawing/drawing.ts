/**
 * The drawing of this visit: one for the panel and for lessons, so that it is still there after a look elsewhere. Every
 * change of it becomes the watched digit.
 */
import { createStore } from 'zustand/vanilla'
import { type PreparedDrawing, prepareDrawing } from '../../data/prepareDrawing.ts'
import type { WatchedDigit } from '../../protocol/messages.ts'
import type { Frames } from '../../session/frames.ts'
import { cleared, emptyHistory, type History, redone, undone, withPoints, withStroke } from './history.ts'
import { replayMs, strokesAt } from './replay.ts'
import { rasterize, type Stroke, type StrokePoint, type Tool } from './strokes.ts'

export type DrawingState = {
  readonly history: History
  /** All strokes, or while they are played again those so far. */
  readonly shown: readonly Stroke[]
  /** What the network gets of the strokes shown; null without ink. */
  readonly prepared: PreparedDrawing | null
  readonly tool: Tool
  readonly isReplaying: boolean
  /** Counts the sheets of paper: with each clearing begins a new one. */
  readonly sheet: number
}

export const drawing = createStore<DrawingState>(() => ({
  history: emptyHistory,
  shown: [],
  prepared: null,
  tool: 'pen',
  isReplaying: false,
  sheet: 1,
}))

/** The digit that returns when the last ink is taken back. */
let before: WatchedDigit = { from: 'test', index: 0 }

function show(frames: Frames, shown: readonly Stroke[], changes: Partial<DrawingState>) {
  const ink = shown.length > 0 ? rasterize(shown) : null
  const prepared = ink && prepareDrawing(ink)
  drawing.setState({ ...changes, shown, prepared })
  if (prepared) watchDrawing(frames)
  else if (!drawing.getState().isReplaying && frames.digit().from === 'drawing') frames.showDigit(before)
}

/** The drawing flows through the network, and every figure shows it. */
export function watchDrawing(frames: Frames): void {
  const { prepared } = drawing.getState()
  if (!prepared) return
  const watched = frames.digit()
  if (watched.from !== 'drawing') before = watched
  frames.showDigit({ from: 'drawing', imageHW: prepared.imageHW })
}

export function drawingActions(frames: Frames) {
  const change = (next: (history: History) => History, changes: Partial<DrawingState> = {}) => {
    const history = next(drawing.getState().history)
    show(frames, history.strokes, { ...changes, history, isReplaying: false })
  }
  return {
    begin: (point: StrokePoint, tool = drawing.getState().tool) =>
      change((history) => withStroke(history, tool, point)),
    extend: (points: readonly StrokePoint[]) => change((history) => withPoints(history, points)),
    undo: () => change(undone),
    redo: () => change(redone),
    clear() {
      const { sheet, history } = drawing.getState()
      change(cleared, { sheet: history.strokes.length > 0 ? sheet + 1 : sheet })
    },
    use: (tool: Tool) => drawing.setState({ tool }),
    stop: () => change((history) => history),
    /** `whole`: stroke by stroke, for those who want no motion. */
    replay({ whole }: { readonly whole: boolean }) {
      const { strokes } = drawing.getState().history
      const begunMs = performance.now()
      const go = () => {
        const { isReplaying, history } = drawing.getState()
        if (!isReplaying || history.strokes !== strokes) return
        const atMs = performance.now() - begunMs
        const isOver = atMs >= replayMs(strokes)
        show(frames, isOver ? strokes : strokesAt(strokes, atMs, { whole }), { isReplaying: !isOver })
        if (!isOver) requestAnimationFrame(go)
      }
      drawing.setState({ isReplaying: true })
      go()
    },
  }
}
