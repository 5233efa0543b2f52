/** All curves of a run in one table: what each update saw, and what the evaluations found. */
import type { Evaluation } from '../protocol/evaluation.ts'
import type { StepRecord } from '../protocol/messages.ts'
import { type CsvCell, csvOf } from './csv.ts'

/**
 * What stands in the columns. `loss` and `batch_accuracy`: the mean cross-entropy and the share of right answers of the batch
 * of 50 that the update leading to this step saw, with dropout. `test_…`: after this step, without dropout, over
 * `test_images` test images; `low` and `high` are the ends of the Wilson interval at 95 %. `train_accuracy`: on the batch of
 * this step, without dropout. A cell is empty where nothing was measured.
 */
export const runColumns = [
  'step',
  'loss',
  'batch_accuracy',
  'test_accuracy',
  'test_accuracy_low',
  'test_accuracy_high',
  'test_loss',
  'test_images',
  'test_correct',
  'train_accuracy',
] as const

/** One line per step that was recorded or evaluated. Of very long runs not every step is kept: count with `step`. */
export function runCsv(history: readonly StepRecord[], evaluations: readonly Evaluation[]): string {
  const recorded = new Map(history.map((record) => [record.step, record]))
  const evaluated = new Map(evaluations.map((evaluation) => [evaluation.step, evaluation]))
  const steps = [...new Set([...recorded.keys(), ...evaluated.keys()])].sort((a, b) => a - b)
  return csvOf(
    runColumns,
    steps.map((step) => {
      const record = recorded.get(step)
      return [step, record?.loss ?? null, record?.batchAccuracy ?? null, ...cellsOf(evaluated.get(step))]
    }),
  )
}

function cellsOf(evaluation: Evaluation | undefined): readonly CsvCell[] {
  if (!evaluation) return Array.from({ length: runColumns.length - 3 }, () => null)
  const { accuracy, interval, loss, n, correct, trainAccuracy } = evaluation
  return [accuracy, ...interval, loss, n, correct, trainAccuracy]
}

/** `faltwerk-seed7-step20.csv` */
export function runCsvName(seed: number, step: number): string {
  return `faltwerk-seed${seed}-step${step}.csv`
}
