/** Where the run of this worker stands. Whoever is given it may change it; nobody keeps a copy. */
import type { Dataset } from '../data/sets.ts'
import { training } from '../network/spec.ts'
import type { DataMark } from '../protocol/keep.ts'
import type { RunSettings } from '../protocol/messages.ts'
import { type Beginning, newBeginning } from './beginning.ts'
import type { WorkshopTools } from './tools.ts'

export type Standing = {
  settings: RunSettings
  beginning: Beginning
  /** As in `status`. */
  run: number
  step: number
  isFailed: boolean
  /** Both null until the first set is there. */
  digits: Dataset['splits'] | null
  data: DataMark | null
}

/** Before the page has said what it wants. */
export function startingPoint(tools: Pick<WorkshopTools, 'initialState' | 'newRunId'>): Standing {
  const settings: RunSettings = { seed: 1, stepLimit: training.stepLimit, backend: 'auto', gentle: false }
  const beginning = newBeginning(tools, settings.seed, null)
  return { settings, beginning, run: 0, step: 0, isFailed: false, digits: null, data: null }
}
