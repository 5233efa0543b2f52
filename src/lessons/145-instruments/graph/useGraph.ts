/** The graph as it stands now: what is open, where the boxes are, and what they cost. */
import { useMemo } from 'react'
import { useStore } from 'zustand'
import { useFigureWords } from '../../../figures/useFigureWords.ts'
import { formatOf } from '../../../i18n/format.ts'
import { networkGraph } from '../../../network/graph.ts'
import { machineWords } from '../machineWords.ts'
import { useTrace } from '../trace/tracedStep.ts'
import { costShownOf, limitOf } from './costs.ts'
import { layoutGraph } from './layout.ts'
import { scopeTree } from './scopes.ts'
import { graphView } from './view.ts'

export const tree = scopeTree(networkGraph())

export function useGraph() {
  const { open, colorBy } = useStore(graphView)
  const trace = useTrace()
  const layout = useMemo(() => layoutGraph(tree, networkGraph(), open), [open])
  const limit = useMemo(() => limitOf(trace, layout.boxes, colorBy), [trace, layout, colorBy])
  return { layout, trace, limit, costShownOf: (id: string) => costShownOf(trace, id, colorBy) }
}

/** Milliseconds and sizes as they are written here. */
export function useCostText() {
  const { language, number } = useFigureWords()
  const words = machineWords[language]
  const { fileSize } = formatOf(language)
  const { colorBy } = useStore(graphView)
  const ms = (value: number) => words.ms(number(value, 2))
  return {
    ms,
    bytes: fileSize,
    cost: (value: number) => (colorBy === 'memory' ? fileSize(value) : ms(value)),
  }
}

/** `n × 14 × 14 × 32`; a scalar is one number. */
export function shapeText(shape: readonly number[], words: { readonly number: string }): string {
  if (shape.length === 0) return words.number
  return shape.map((size) => (size < 0 ? 'n' : String(size))).join(' × ')
}
