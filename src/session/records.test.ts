import { expect, it } from 'vitest'
import { summaryAt } from '../../tests/fixtures/summaries.ts'
import type { StepFlow } from '../protocol/record.ts'
import { buffersOf } from '../summaries/summary.ts'
import { isFlowDue, isSummaryDue } from '../summaries/when.ts'
import { flowLimit, noRecords, type Records, summaryLimit, withFlows, withSummary } from './records.ts'

/** The order in which they are kept does not look at what they say. */
const flow = (step: number) => ({ step }) as StepFlow

it('keeps step order, and what comes again replaces what followed', () => {
  const records = withFlows(withFlows(noRecords, 1, [flow(1), flow(2), flow(3)]), 1, [flow(2)])
  expect(records.flows.map(({ step }) => step)).toEqual([1, 2])
})

it('forgets another run', () => {
  const records = withFlows(withFlows(noRecords, 1, [flow(1)]), 2, [flow(5)])
  expect(records).toEqual({ run: 2, summaries: [], flows: [flow(5)] })
})

it('drops the oldest of those that lie closest above the limit, never the first nor the newest', () => {
  const steps = Array.from({ length: flowLimit }, (_, place) => flow(place))
  const { flows } = withFlows(withFlows(noRecords, 1, steps), 1, [flow(flowLimit), flow(flowLimit + 1)])
  expect(flows.slice(0, 4).map(({ step }) => step)).toEqual([0, 2, 4, 5])
  expect(flows.at(-1)!.step).toBe(flowLimit + 1)
  expect(flows).toHaveLength(flowLimit)
})

it('stays within 21 MB however long a run is, and spread evenly over it', () => {
  const summary = summaryAt(0)
  let records: Records = noRecords
  for (let step = 0; step <= 30_000; step++) {
    if (step > 0 && isFlowDue(step)) records = withFlows(records, 1, [flow(step)])
    if (isSummaryDue(step, 30_000)) records = withSummary(records, 1, { ...summary, step })
    expect(records.summaries.length).toBeLessThanOrEqual(summaryLimit)
    expect(records.flows.length).toBeLessThanOrEqual(flowLimit)
  }
  const steps = records.summaries.map(({ step }) => step)
  expect([steps[0], steps.at(-1)]).toEqual([0, 30_000])
  const gaps = steps.slice(1).map((step, place) => step - steps[place]!)
  // The newest stays whatever its neighbour.
  const settled = gaps.slice(0, -2)
  expect([Math.min(...settled), Math.max(...settled)]).toEqual([200, 400])
  expect(steps).toHaveLength(summaryLimit)
  const bytesEach = buffersOf(summary).reduce((sum, { byteLength }) => sum + byteLength, 0)
  expect(summaryLimit * bytesEach).toBeLessThan(21e6)
})
