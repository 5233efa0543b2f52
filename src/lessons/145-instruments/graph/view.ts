/** What is open and what is chosen in the picture of the graph, kept while another instrument is looked at. */
import { createStore } from 'zustand/vanilla'

export type ColorBy = 'time' | 'memory' | 'none'

export const graphView = createStore<{
  readonly open: ReadonlySet<string>
  /** The box that was pressed or reached by arrow keys. */
  readonly chosen: string
  readonly colorBy: ColorBy
  /** A factor on the size that fits. */
  readonly zoom: number
}>(() => ({ open: new Set(), chosen: '1st_layer', colorBy: 'time', zoom: 1 }))

export function choose(chosen: string): void {
  graphView.setState({ chosen })
}

export function toggle(scope: string): void {
  const open = new Set(graphView.getState().open)
  if (!open.delete(scope)) open.add(scope)
  graphView.setState({ open, chosen: scope })
}
