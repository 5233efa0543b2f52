/** The drawing in React. */
import { useMemo } from 'react'
import { useStore } from 'zustand'
import { useRunHandle } from '../../session/useRun.ts'
import { type DrawingState, drawing, drawingActions } from './drawing.ts'

export function useDrawingActions() {
  const { frames } = useRunHandle()
  return useMemo(() => drawingActions(frames), [frames])
}

/** Of the drawing what a component shows: pictures listen themselves, React does not render for a movement of the pen. */
export function useDrawing<Value>(selector: (state: DrawingState) => Value): Value {
  return useStore(drawing, selector)
}
