/** What the library shows of a run without opening it. */
import type { FromRun, KeptRecord, RunHeader } from '../../protocol/keep.ts'

/** Points of the small curve. */
export const curvePoints = 100

type CheckpointMessage = Extract<FromRun, { type: 'checkpoint' }>

export function headerOf(
  { id, startedMs, settings, origin, means, data, checkpoint }: Omit<CheckpointMessage, 'type' | 'record'>,
  record: KeptRecord,
  kept: { readonly name: string | null; readonly changedMs: number; readonly bytes: number },
): RunHeader {
  const evaluation = record.evaluations.at(-1)
  return {
    id,
    startedMs,
    settings,
    origin,
    means,
    data,
    ...kept,
    step: checkpoint.network.step,
    loss: record.history.at(-1)?.loss ?? null,
    accuracy: evaluation ? { value: evaluation.accuracy, n: evaluation.n, step: evaluation.step } : null,
    curve: curveOf(record),
    canContinue: true,
  }
}

/** The mean loss of up to 100 equal stretches of the history, each at its last step; the last loss as it was. */
export function curveOf({ history }: Pick<KeptRecord, 'history'>): RunHeader['curve'] {
  if (history.length <= curvePoints) return history.map(({ step, loss }) => ({ step, loss }))
  return Array.from({ length: curvePoints }, (_, place) => {
    const from = Math.floor((place * history.length) / curvePoints)
    const to = Math.floor(((place + 1) * history.length) / curvePoints)
    const stretch = history.slice(from, to)
    const isLast = place === curvePoints - 1
    const mean = stretch.reduce((sum, { loss }) => sum + loss, 0) / stretch.length
    return { step: stretch.at(-1)!.step, loss: isLast ? stretch.at(-1)!.loss : mean }
  })
}
