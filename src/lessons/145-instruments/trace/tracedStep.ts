/** Which of the measured steps the pictures show: one for graph and trace. */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { StepTrace } from '../../../protocol/record.ts'
import { useRecords } from '../../../session/useRecords.ts'

/** Null: the newest, whenever there is a newer one. */
export const chosenStep = createStore<{ readonly step: number | null }>(() => ({ step: null }))

export function useTraces(): readonly StepTrace[] {
  const summaries = useRecords((records) => records.summaries)
  return summaries.flatMap(({ trace }) => trace ?? [])
}

/** The trace to show; null before there is one. */
export function useTrace(): StepTrace | null {
  const traces = useTraces()
  const { step } = useStore(chosenStep)
  return traces.find((trace) => trace.step === step) ?? traces.at(-1) ?? null
}
