/** A run as the records of an event file, step by step. */
import { networkGraph } from '../../network/graph.ts'
import { training } from '../../network/spec.ts'
import type { Evaluation } from '../../protocol/evaluation.ts'
import type { ExportCommand, ExportedAspect, ExportedSplit } from '../../protocol/export.ts'
import type { StepRecord } from '../../protocol/messages.ts'
import type { Summary } from '../../protocol/record.ts'
import {
  fileHeader,
  graphEvent,
  type Moment,
  runMetadataEvent,
  summaryEvent,
} from '../../tensorboard/event.ts'
import { graphDef } from '../../tensorboard/graph.ts'
import { runMetadata } from '../../tensorboard/runMetadata.ts'
import { type SummaryValue, scalar, text } from '../../tensorboard/summary.ts'
import { clockOf } from './clock.ts'
import { distributionValues, pictureValues, type Tagged } from './summaryValues.ts'
import { tags, traceTag } from './tags.ts'
import { deviceOf, statsOf } from './traceStats.ts'

export type StepEvents = { readonly step: number; readonly events: readonly Uint8Array[] }

/** What was written down at one step. */
type Entry = { record?: StepRecord; evaluation?: Evaluation; summary?: Summary }

/** Steps come in order, so TensorBoard need not sort; one at a time, so that no more than one is in memory. */
export function* eventsOf(
  { record, texts, nowMs }: ExportCommand,
  split: ExportedSplit,
): Generator<StepEvents, void, undefined> {
  const entries = entriesOf(record)
  const steps = [...entries.keys()].sort((one, other) => one - other)
  const wallMs = clockOf(record.summaries, { step: steps.at(-1) ?? 0, nowMs })
  const tagged = onceEach((aspect) => texts[split].about[aspect])
  const start: Moment = { step: 0, wallMs: wallMs(0) }

  const opening = [
    fileHeader(start.wallMs, 'faltwerk'),
    summaryEvent(start, [text({ tag: tags.run }, texts[split].run)]),
  ]
  if (split === 'train') {
    const nodes = networkGraph().map(({ name, operation, inputs, shape }) => ({
      name,
      op: operation,
      inputs,
      shape,
    }))
    opening.push(graphEvent(start, graphDef(nodes, deviceOf(record.backend))))
  }
  yield { step: 0, events: opening }

  for (const step of steps) {
    const entry = entries.get(step)!
    const moment: Moment = { step, wallMs: wallMs(step) }
    const scalars = split === 'train' ? trainScalars(entry, tagged) : testScalars(entry, tagged)
    const events = scalars.length > 0 ? [summaryEvent(moment, scalars)] : []
    const { summary } = entry
    if (summary) {
      events.push(summaryEvent(moment, distributionValues(summary, split)))
      events.push(summaryEvent(moment, pictureValues(summary, split, tagged)))
      if (split === 'train' && summary.trace) {
        const stats = statsOf(summary.trace, summary.wallMs)
        events.push(runMetadataEvent(moment, traceTag(summary.trace.step), runMetadata(stats)))
      }
    }
    if (events.length > 0) yield { step, events }
  }
}

/** What the update saw: the batch, with dropout; and, where it was measured, the accuracy without. */
function trainScalars({ record, evaluation }: Entry, tagged: Tagged): SummaryValue[] {
  const values: SummaryValue[] = []
  if (record) {
    values.push(
      scalar(tagged(tags.loss, 'loss'), record.loss),
      scalar(tagged(tags.accuracy, 'accuracy'), record.batchAccuracy),
      scalar(tagged(tags.keepProbability, 'keepProbability'), training.keepProbability),
    )
  }
  if (evaluation && evaluation.trainAccuracy !== null) {
    const tag = tagged(tags.accuracyWithoutDropout, 'accuracyWithoutDropout')
    values.push(scalar(tag, evaluation.trainAccuracy))
  }
  return values
}

function testScalars({ evaluation }: Entry, tagged: Tagged): SummaryValue[] {
  if (!evaluation) return []
  return [
    scalar(tagged(tags.loss, 'loss'), evaluation.loss),
    scalar(tagged(tags.accuracy, 'accuracy'), evaluation.accuracy),
    scalar(tagged(tags.keepProbability, 'keepProbability'), 1),
  ]
}

function entriesOf({ history, evaluations, summaries }: ExportCommand['record']): Map<number, Entry> {
  const entries = new Map<number, Entry>()
  const at = (step: number): Entry => {
    const entry = entries.get(step) ?? {}
    entries.set(step, entry)
    return entry
  }
  for (const record of history) at(record.step).record = record
  for (const evaluation of evaluations) at(evaluation.step).evaluation = evaluation
  for (const summary of summaries) at(summary.step).summary = summary
  return entries
}

/** TensorBoard keeps what the first value of a tag says of it. */
function onceEach(describe: (aspect: ExportedAspect) => string): Tagged {
  const said = new Set<string>()
  return (tag, aspect) => {
    if (said.has(tag)) return { tag }
    said.add(tag)
    return { tag, description: describe(aspect) }
  }
}
