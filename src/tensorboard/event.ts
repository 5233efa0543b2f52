/** The records of an event file: each is one Event, framed. Field numbers: tensorflow/core/util/event.proto. */
import { WireType } from '@bufbuild/protobuf/wire'
import { framed } from './framing.ts'
import { type Content, encoded, writeBytes, writeInteger, writeMessage, writeText } from './message.ts'
import type { SummaryValue } from './summary.ts'

export type Moment = {
  readonly step: number
  /** Milliseconds since 1970. */
  readonly wallMs: number
}

/** The first record of every file. */
export function fileHeader(wallMs: number, writerName: string): Uint8Array<ArrayBuffer> {
  return event({ step: 0, wallMs }, (content) => {
    writeText(content, 3, 'brain.Event:2')
    writeMessage(content, 10, (source) => writeText(source, 1, writerName))
  })
}

export function summaryEvent(moment: Moment, values: readonly SummaryValue[]): Uint8Array<ArrayBuffer> {
  return event(moment, (content) =>
    writeMessage(content, 5, (summary) => {
      for (const value of values) writeBytes(summary, 1, value)
    }),
  )
}

/** `graph`: a GraphDef. */
export function graphEvent(moment: Moment, graph: Uint8Array): Uint8Array<ArrayBuffer> {
  return event(moment, (content) => writeBytes(content, 4, graph))
}

/** `metadata`: a RunMetadata; `tag` is what it is called in the list of TensorBoard. */
export function runMetadataEvent(moment: Moment, tag: string, metadata: Uint8Array): Uint8Array<ArrayBuffer> {
  return event(moment, (content) =>
    writeMessage(content, 8, (tagged) => {
      writeText(tagged, 1, tag)
      writeBytes(tagged, 2, metadata)
    }),
  )
}

/** `events.out.tfevents.<unix seconds>.<host>`: TensorBoard finds files by `tfevents`. */
export function eventFileName(wallMs: number, host: string): string {
  return `events.out.tfevents.${Math.floor(wallMs / 1000)}.${host}`
}

function event({ step, wallMs }: Moment, content: Content): Uint8Array<ArrayBuffer> {
  return framed(
    encoded((writer) => {
      writer.tag(1, WireType.Bit64).double(wallMs / 1000)
      writeInteger(writer, 2, step)
      content(writer)
    }),
  )
}
