/** The trials of the backends, remembered for the next visit, unless this one gives reason to doubt them. */
import type { BackendTrial } from '../protocol/messages.ts'
import { forgetTrials, readTrials, type SmallStorage, writeTrials } from './remembered.ts'

export function createTrialMemory(storage: SmallStorage | null, machine: string) {
  let remembered: readonly BackendTrial[] | null = null
  let isDoubtful = false
  return {
    /** For a worker that begins. */
    recall() {
      remembered = readTrials(storage, machine)
      return remembered
    },
    /** A backend was lost, or steps took much longer than measured: the next visit measures again, whatever this one reports. */
    doubt() {
      isDoubtful = true
      forgetTrials(storage)
    },
    isDoubtful: () => isDoubtful,
    /** On a machine that was too busy to measure anything, the next visit may have more luck. */
    keep(trials: readonly BackendTrial[]) {
      const isNew = JSON.stringify(trials) !== JSON.stringify(remembered)
      if (isDoubtful || !isNew || !trials.some(({ outcome }) => outcome === 'measured')) return
      writeTrials(storage, machine, trials)
      remembered = trials
    },
  }
}
