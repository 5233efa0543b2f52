import { expect, test } from 'vitest'
import {
  binsOf,
  type ReadValue,
  readEvents,
  readGraph,
  readMetadata,
  readRecords,
  shapeOf,
  textOf,
} from '../../tests/fixtures/eventFiles.ts'
import { crc32c, maskedCrc32c } from './crc32c.ts'
import { eventFileName, fileHeader, graphEvent, runMetadataEvent, summaryEvent } from './event.ts'
import { graphDef } from './graph.ts'
import { runMetadata } from './runMetadata.ts'
import { histogram, images, scalar, text } from './summary.ts'

const bytesOf = (words: string) => new TextEncoder().encode(words)
const moment = { step: 300, wallMs: 1_764_000_000_250 }

function onlyValue(file: Uint8Array): ReadValue {
  const [event] = readEvents(file)
  expect(event).toMatchObject({ step: 300, wall_time: 1_764_000_000.25 })
  expect(event?.summary?.value).toHaveLength(1)
  return event!.summary!.value[0]!
}

test('the checksum of the digits 1 to 9 is the check value of CRC-32C, and those of RFC 3720 come out', () => {
  expect(crc32c(bytesOf('123456789'))).toBe(0xe3069283)
  expect(crc32c(new Uint8Array(32))).toBe(0x8a9136aa)
  expect(crc32c(new Uint8Array(32).fill(0xff))).toBe(0x62a8ab43)
  expect(crc32c(Uint8Array.from({ length: 32 }, (_, at) => at))).toBe(0x46dd794e)
  expect(crc32c(new Uint8Array(0))).toBe(0)
})

test('the mask turns by 15 bits and stays within 32', () => {
  // e3069283 turned by 15 bits is 2507c60d; and a282ead8 more is c78ab0e5.
  expect(maskedCrc32c(bytesOf('123456789'))).toBe(0xc78ab0e5)
})

test('a file opens with its version and who wrote it', () => {
  const [event] = readEvents(fileHeader(moment.wallMs, 'somebody'))
  expect(event).toMatchObject({
    file_version: 'brain.Event:2',
    source_metadata: { writer: 'somebody' },
    step: 0,
  })
  expect(eventFileName(moment.wallMs, 'host')).toBe('events.out.tfevents.1764000000.host')
})

test('a scalar is a float of rank 0', () => {
  const value = onlyValue(summaryEvent(moment, [scalar({ tag: 'a/b', description: 'what it is' }, 0.1)]))
  expect(value).toMatchObject({
    tag: 'a/b',
    metadata: { plugin_data: { plugin_name: 'scalars' }, data_class: 1, summary_description: 'what it is' },
  })
  expect(value.tensor.dtype).toBe(1)
  expect(shapeOf(value.tensor)).toEqual([])
  expect(value.tensor.float_val).toEqual([Math.fround(0.1)])
})

test('what is not a number stays so', () => {
  const values = [Number.NaN, Number.POSITIVE_INFINITY]
  const event = summaryEvent(
    moment,
    values.map((value) => scalar({ tag: 'a' }, value)),
  )
  expect(readEvents(event)[0]?.summary?.value.map(({ tensor }) => tensor.float_val[0])).toEqual(values)
})

test('a histogram is rows of left edge, right edge and count', () => {
  const bins = { edges: Float64Array.of(-0.5, 0.25, 1), counts: Uint32Array.of(7, 4_000_000_000) }
  const value = onlyValue(summaryEvent(moment, [histogram({ tag: 'h' }, bins)]))
  expect(value.metadata).toMatchObject({ plugin_data: { plugin_name: 'histograms' }, data_class: 2 })
  expect(value.tensor.dtype).toBe(2)
  expect(shapeOf(value.tensor)).toEqual([2, 3])
  expect(binsOf(value.tensor)).toEqual([
    [-0.5, 0.25, 7],
    [0.25, 1, 4_000_000_000],
  ])
})

test('images are width and height as text, then the files', () => {
  const pngs = [Uint8Array.of(137, 80), Uint8Array.of(1, 2, 3)]
  const value = onlyValue(summaryEvent(moment, [images({ tag: 'i' }, { width: 28, height: 14, pngs })]))
  expect(value.metadata).toMatchObject({ plugin_data: { plugin_name: 'images' }, data_class: 3 })
  expect(value.tensor.dtype).toBe(7)
  expect(shapeOf(value.tensor)).toEqual([4])
  expect(value.tensor.string_val.slice(0, 2).map(textOf)).toEqual(['28', '14'])
  expect(value.tensor.string_val.slice(2).map((bytes) => [...bytes])).toEqual(pngs.map((png) => [...png]))
})

test('text keeps its signs', () => {
  const value = onlyValue(summaryEvent(moment, [text({ tag: 'run' }, '| größe | 3 274 634 |')]))
  expect(value.metadata).toMatchObject({ plugin_data: { plugin_name: 'text' }, data_class: 2 })
  expect(value.tensor.string_val.map(textOf)).toEqual(['| größe | 3 274 634 |'])
})

test('a graph has names, inputs and the shapes of what comes out, −1 where a size does not matter', () => {
  const nodes = [
    { name: 'input/x', op: 'Placeholder', inputs: [], shape: [-1, 784] },
    { name: 'loss', op: 'Mean', inputs: ['input/x', 'input/x'], shape: [] },
    { name: 'train', op: 'NoOp', inputs: ['loss'], shape: null },
  ]
  const [event] = readEvents(graphEvent({ ...moment, step: 0 }, graphDef(nodes, '/device:CPU:0')))
  const { node, versions } = readGraph(event!.graph_def!)
  expect(versions.producer).toBeGreaterThan(0)
  expect(node.map(({ name, op, input, device }) => [name, op, input, device])).toEqual([
    ['input/x', 'Placeholder', [], '/device:CPU:0'],
    ['loss', 'Mean', ['input/x', 'input/x'], '/device:CPU:0'],
    ['train', 'NoOp', ['loss'], '/device:CPU:0'],
  ])
  const shapes = node.map(({ attr }) =>
    attr._output_shapes?.list.shape.map(({ dim }) => dim.map(({ size }) => size)),
  )
  expect(shapes).toEqual([[[-1, 784]], [[]], undefined])
})

test('run metadata books time and memory on nodes', () => {
  const nodes = [{ name: 'loss', startMicros: 1_764_000_000_000_123, durationMicros: 41.6, bytes: 2 ** 33 }]
  const metadata = runMetadata({ device: '/device:CPU:0', allocator: 'wasm', nodes })
  const [event] = readEvents(runMetadataEvent(moment, 'step_0300', metadata))
  expect(event?.tagged_run_metadata?.tag).toBe('step_0300')
  const [device] = readMetadata(event!.tagged_run_metadata!.run_metadata).step_stats.dev_stats
  expect(device?.device).toBe('/device:CPU:0')
  expect(device?.node_stats).toEqual([
    {
      node_name: 'loss',
      all_start_micros: 1_764_000_000_000_123,
      op_start_rel_micros: 0,
      op_end_rel_micros: 42,
      all_end_rel_micros: 42,
      memory: [{ allocator_name: 'wasm', total_bytes: 2 ** 33, peak_bytes: 2 ** 33 }],
    },
  ])
})

test('one flipped bit anywhere is noticed', () => {
  const file = summaryEvent(moment, [scalar({ tag: 'a' }, 1)])
  expect(readRecords(file)).toHaveLength(1)
  for (let at = 0; at < file.length; at++) {
    const damaged = file.slice()
    damaged[at]! ^= 1 << (at % 8)
    expect(() => readRecords(damaged), `byte ${at}`).toThrow(/record 0/)
  }
  expect(() => readRecords(file.subarray(0, -1))).toThrow(/record 0/)
})
