import { expect, it } from 'vitest'
import type { StepFlow } from '../protocol/record.ts'
import { flowLimit, noRecords, withFlows } from './records.ts'

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

it('drops every second one above the limit, never the first nor the newest', () => {
  const steps = Array.from({ length: flowLimit }, (_, place) => flow(place))
  const { flows } = withFlows(withFlows(noRecords, 1, steps), 1, [flow(flowLimit), flow(flowLimit + 1)])
  expect(flows[0]!.step).toBe(0)
  expect(flows.at(-1)!.step).toBe(flowLimit + 1)
  expect(flows).toHaveLength(flowLimit / 2 + 2)
})
