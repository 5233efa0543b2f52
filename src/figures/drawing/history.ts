/** A drawing that can go back and forth: every stroke and every clearing is one step. Pure. */
import type { Stroke, StrokePoint, Tool } from './strokes.ts'

type Strokes = readonly Stroke[]
export type History = {
  readonly past: readonly Strokes[]
  readonly strokes: Strokes
  readonly future: readonly Strokes[]
}

export const emptyHistory: History = { past: [], strokes: [], future: [] }

function goTo({ past, strokes }: History, next: Strokes): History {
  return { past: [...past, strokes], strokes: next, future: [] }
}

export function withStroke(history: History, tool: Tool, point: StrokePoint): History {
  return goTo(history, [...history.strokes, { tool, points: [point] }])
}

/** The last stroke grows: no step of its own. */
export function withPoints(history: History, points: readonly StrokePoint[]): History {
  const last = history.strokes.at(-1)
  if (!last) return history
  const grown = { ...last, points: [...last.points, ...points] }
  return { ...history, strokes: [...history.strokes.slice(0, -1), grown] }
}

export function cleared(history: History): History {
  return history.strokes.length === 0 ? history : goTo(history, [])
}

export function undone({ past, strokes, future }: History): History {
  const before = past.at(-1)
  if (!before) return { past, strokes, future }
  return { past: past.slice(0, -1), strokes: before, future: [strokes, ...future] }
}

export function redone({ past, strokes, future }: History): History {
  const [next, ...rest] = future
  if (!next) return { past, strokes, future }
  return { past: [...past, strokes], strokes: next, future: rest }
}
