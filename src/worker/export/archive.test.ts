import { expect, test } from 'vitest'
import { binsOf, readGraph, readMetadata, shapeOf, textOf } from '../../../tests/fixtures/eventFiles.ts'
import {
  allTags,
  commandFor,
  exported,
  histogramTags,
  mapTags,
  scalarsOf,
  scopes,
  series,
  splits,
  tagsOf,
} from '../../../tests/fixtures/exported.ts'
import { runRecord, summaryAt } from '../../../tests/fixtures/summaries.ts'
import { networkGraph } from '../../network/graph.ts'
import type { ParameterName } from '../../network/spec.ts'
import type { ActivationTap, StepTrace } from '../../protocol/record.ts'

const steps = 250
const summarised = [0, 100, 200, 250]
const graph = networkGraph()

/** Every node of the graph once, and one twice. */
const trace: StepTrace = {
  step: 100,
  backend: 'wasm',
  clock: 'synchronous',
  stepMs: 50,
  peakBytes: 1e6,
  operations: [...graph, graph[3]!].map(({ name }, place) => ({
    node: name,
    swallowed: [],
    kernel: 'Some',
    phase: 'forward',
    startMs: place / 4,
    durationMs: 0.125 + place / 1000,
    outputShape: [50],
    bytes: 200,
  })),
}
const plain = runRecord(steps)
const record = {
  ...plain,
  summaries: plain.summaries.map((summary) => (summary.step === 100 ? { ...summary, trace } : summary)),
}

const command = commandFor(record)
const { files, events, shares } = await exported(command)

test('the zip holds the runs train and test, and nothing else', () => {
  const name = `events.out.tfevents.${command.nowMs / 1000}.faltwerk`
  expect(Object.keys(files)).toEqual([`train/${name}`, `test/${name}`])
})

test('every tag of the original program is there, in both runs', () => {
  expect(tagsOf(events.train)).toEqual(new Set([...allTags, 'accuracy/accuracy_without_dropout']))
  expect(tagsOf(events.test)).toEqual(new Set(allTags))
})

test('records are counted: nothing is lost, nothing comes twice', () => {
  // Version, text; distributions and pictures of each recorded step.
  const both = 2 + 2 * summarised.length
  // Scalars of 250 steps and of the evaluation at step 0, which has none for the batch; the graph and one trace.
  expect(events.train).toHaveLength(both + steps + 2)
  expect(events.test).toHaveLength(both + summarised.length)
})

test('the batch of every step is in train, the evaluations are in test', () => {
  expect(scalarsOf(events.train, 'cross_entropy/cross_entropy')).toEqual(
    record.history.map(({ step, loss }) => [step, Math.fround(loss)]),
  )
  expect(scalarsOf(events.train, 'accuracy/accuracy')).toEqual(
    record.history.map(({ step, batchAccuracy }) => [step, Math.fround(batchAccuracy)]),
  )
  expect(scalarsOf(events.train, 'fc1_layer/dropout/dropout_keep_probability')).toEqual(
    record.history.map(({ step }) => [step, 0.5]),
  )
  expect(scalarsOf(events.test, 'cross_entropy/cross_entropy')).toEqual(
    record.evaluations.map(({ step, loss }) => [step, Math.fround(loss)]),
  )
  expect(scalarsOf(events.test, 'accuracy/accuracy')).toEqual(
    record.evaluations.map(({ step, accuracy }) => [step, Math.fround(accuracy)]),
  )
  expect(scalarsOf(events.test, 'fc1_layer/dropout/dropout_keep_probability')).toEqual(
    summarised.map((step) => [step, 1]),
  )
  expect(scalarsOf(events.train, 'accuracy/accuracy_without_dropout').map(([step]) => step)).toEqual([
    100, 200, 250,
  ])
})

test.each(splits)('%s has mean, deviation, extremes and histogram of every variable', (split) => {
  for (const [name, scope] of Object.entries(scopes)) {
    for (const [part, key] of [
      ['mean', 'mean'],
      ['stddev', 'deviation'],
      ['max', 'max'],
      ['min', 'min'],
    ] as const) {
      expect(scalarsOf(events[split], `${scope}/summaries/${part}`)).toEqual(
        record.summaries.map((summary) => [
          summary.step,
          Math.fround(summary.variables[name as ParameterName][key]),
        ]),
      )
    }
    series(events[split], `${scope}/summaries/histogram`).forEach(({ tensor }, place) => {
      const { min, max, bins } = record.summaries[place]!.variables[name as ParameterName]
      const rows = binsOf(tensor)
      expect(shapeOf(tensor)).toEqual([bins.length, 3])
      expect(rows.map(([, , count]) => count)).toEqual([...bins])
      expect([rows[0]![0], rows.at(-1)![1]]).toEqual([min, max])
      rows.forEach(([left, right], bin) => {
        if (bin > 0) expect(left).toBe(rows[bin - 1]![1])
        expect(right! - left!).toBeCloseTo((max - min) / bins.length, 12)
      })
    })
  }
})

test.each(splits)('activations and logits of %s are those of its own images', (split) => {
  for (const [tap, tag] of Object.entries(histogramTags)) {
    const counts = series(events[split], tag).map(({ tensor }) => binsOf(tensor).map((row) => row[2]))
    expect(counts).toEqual(
      record.summaries.map((summary) => [...summary[split].activations[tap as ActivationTap].bins]),
    )
  }
})

test('the text of each run is there, and each tag says once what it is', () => {
  for (const split of splits) {
    expect(series(events[split], 'run').map(({ tensor }) => tensor.string_val.map(textOf))).toEqual([
      [command.texts[split].run],
    ])
    const said = series(events[split], 'cross_entropy/cross_entropy').map(
      ({ metadata }) => metadata.summary_description,
    )
    expect(said[0]).toBe(`loss of ${split}`)
    expect(said.slice(1).every((text) => text === '')).toBe(true)
    const ofMaps = Object.values(mapTags).map(
      (tag) => series(events[split], tag)[0]!.metadata.summary_description,
    )
    expect(ofMaps).toEqual(['maps', 'maps', 'maps', 'maps'])
  }
})

test('the graph is in train, with every node and shape', () => {
  const found = events.train.filter((event) => event.graph_def)
  expect(found).toHaveLength(1)
  const { node } = readGraph(found[0]!.graph_def!)
  expect(node.map(({ name, op, input }) => ({ name, op, input }))).toEqual(
    graph.map(({ name, operation, inputs }) => ({ name, op: operation, input: inputs })),
  )
  const shapes = node.map(
    ({ attr }) => attr._output_shapes?.list.shape.map(({ dim }) => dim.map(({ size }) => size)) ?? null,
  )
  expect(shapes).toEqual(graph.map(({ shape }) => (shape === null ? null : [shape])))
  expect(events.test.some((event) => event.graph_def ?? event.tagged_run_metadata)).toBe(false)
})

test('time and memory are booked on nodes of the graph, each once, and add up', () => {
  const traced = events.train.filter((event) => event.tagged_run_metadata)
  expect(traced.map(({ step, tagged_run_metadata }) => [step, tagged_run_metadata?.tag])).toEqual([
    [100, 'step_0100'],
  ])
  const { dev_stats } = readMetadata(traced[0]!.tagged_run_metadata!.run_metadata).step_stats
  expect(dev_stats.map(({ device }) => device)).toEqual(['/device:WASM:0'])
  const stats = dev_stats[0]!.node_stats
  expect(stats.map(({ node_name }) => node_name)).toEqual(graph.map(({ name }) => name))
  const micros = stats.reduce((sum, { all_end_rel_micros }) => sum + all_end_rel_micros, 0)
  const traceMs = trace.operations.reduce((sum, { durationMs }) => sum + durationMs, 0)
  expect(Math.abs(micros - traceMs * 1000)).toBeLessThanOrEqual(0.5 * stats.length)
  expect(stats[3]!.memory).toEqual([{ allocator_name: 'wasm', total_bytes: 400, peak_bytes: 400 }])
  // The step began its 50 ms before the summary; the first operation began with it.
  const beginMicros = (record.summaries[1]!.wallMs - 50) * 1000
  expect(stats.map(({ all_start_micros }) => all_start_micros - beginMicros)).toEqual(
    graph.map((_, place) => place * 250),
  )
})

test('time goes on from step to step, and a recorded step has its own', () => {
  for (const split of splits) {
    const moments = events[split].map(({ step, wall_time }) => ({ step, wall_time }))
    expect(moments).toEqual(
      moments.toSorted((one, other) => one.step - other.step || one.wall_time - other.wall_time),
    )
  }
  const at = (step: number) => events.train.find((event) => event.step === step)!.wall_time
  expect(at(100)).toBeCloseTo(record.summaries[1]!.wallMs / 1000, 3)
  // The fixture's steps take 60 ms.
  expect(at(130) - at(100)).toBeCloseTo(1.8, 3)
})

test('the share that is done grows to one', () => {
  expect(shares).toEqual(shares.toSorted((one, other) => one - other))
  expect(shares.at(-1)).toBe(1)
  expect(shares.some((share) => share > 0.2 && share < 0.3)).toBe(true)
})

test('a run of no steps has its first weights, digits and the graph', async () => {
  const atZero = { ...runRecord(0), history: [], evaluations: [], summaries: [summaryAt(0)] }
  const { events } = await exported({ ...command, record: atZero })
  expect(events.train).toHaveLength(5)
  expect(events.test).toHaveLength(4)
})
