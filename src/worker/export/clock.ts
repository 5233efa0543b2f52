import type { Summary } from '../../protocol/record.ts'

/**
 * When a step was done, in milliseconds since 1970. Only summaries were given a time. A step between two of them lies on the
 * straight line, and one after the last goes on at the speed of before, but not beyond now: pauses are spread evenly.
 * Time never runs backwards.
 */
export function clockOf(
  summaries: readonly Pick<Summary, 'step' | 'wallMs'>[],
  last: { readonly step: number; readonly nowMs: number },
): (step: number) => number {
  const marks: { step: number; ms: number }[] = []
  for (const { step, wallMs } of summaries) {
    marks.push({ step, ms: Math.max(wallMs, marks.at(-1)?.ms ?? 0) })
  }
  const [before, end] = [marks.at(-2), marks.at(-1)]
  if (!end) return () => last.nowMs
  if (last.step > end.step) {
    const perStep = before ? (end.ms - before.ms) / (end.step - before.step) : Number.POSITIVE_INFINITY
    const ms = Math.min(end.ms + (last.step - end.step) * perStep, last.nowMs)
    marks.push({ step: last.step, ms: Math.max(ms, end.ms) })
  }
  return (step) => {
    const next = marks.findIndex((mark) => mark.step >= step)
    const to = marks[next]
    if (!to) return marks.at(-1)!.ms
    const from = marks[next - 1]
    if (!from) return to.ms
    return from.ms + ((to.ms - from.ms) * (step - from.step)) / (to.step - from.step)
  }
}
