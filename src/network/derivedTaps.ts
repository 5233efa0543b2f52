/** Questions to the network beside the taps of `spec.ts`. A name carries its parameters, so one can watch it like any tap. */
import { classCount, imageSide, type TapName, tapNames, tapShapes, training } from './spec.ts'

/** Where a trace may begin, and what it passes on its way down to the pixels. */
export type TraceStart = 'fc1' | 'fc2'
export type TracedTap = 'fc1' | 'pool2' | 'pool1' | 'input'

/**
 * What is known of the batch of the last update: the loss of each image, its label, the network's answer, its place in the
 * training set, the images, and the keep probability of dropout in that update. Before the first update it is the batch
 * that this one will see, with keep probability 1.
 */
export const batchParts = ['losses', 'labels', 'answers', 'indices', 'images', 'keep'] as const
export type BatchPart = (typeof batchParts)[number]
export type BatchTap = `batch/${BatchPart}`

export type DerivedTapName =
  /** The 3,136 weights of one neuron of fc1 (from 0), folded back onto the pooled maps: [7, 7, 64]. */
  | `neuron/${number}`
  /** The tap at step 0 of this run, for the digit watched now. */
  | `first/${TapName}`
  /** The tap for the watched digit moved by so many pixels to the right and down (negative: left, up); what enters is 0. */
  | `shift/${number},${number}/${TapName}`
  /** The tap where no layer has a ReLU. */
  | `without-relu/${TapName}`
  /**
   * `keep` and count: the probabilities of so many passes, each with a dropout mask of its own: [count, 10]. A third number
   * asks for other masks at the same step; left out, it is 0.
   */
  | `passes/${number}/${number}`
  | `passes/${number}/${number}/${number}`
  /**
   * What each value of a tap contributes to one neuron before ReLU (`fc1`) or one logit (`fc2`): the value times the
   * derivative. ReLU and max pooling pass on or stop, so the contributions and a remainder (the biases on the way) add up
   * to the number traced exactly.
   */
  | `trace/${TraceStart}/${number}/${TracedTap}`
  | BatchTap

/** Everything a frame can hold. */
export type PlaneName = TapName | DerivedTapName

export type ParsedTap =
  | { readonly kind: 'tap'; readonly tap: TapName }
  | { readonly kind: 'batch'; readonly part: BatchPart }
  | { readonly kind: 'neuron'; readonly neuron: number }
  | { readonly kind: 'first' | 'without-relu'; readonly tap: TapName }
  | { readonly kind: 'shift'; readonly right: number; readonly down: number; readonly tap: TapName }
  | { readonly kind: 'passes'; readonly keep: number; readonly count: number; readonly draw: number }
  | {
      readonly kind: 'trace'
      readonly start: TraceStart
      readonly unit: number
      readonly tap: TracedTap
    }

const traced: readonly TracedTap[] = ['fc1', 'pool2', 'pool1', 'input']

/** What a name asks for. Throws on a name that no type would let through. */
export function parseTap(name: PlaneName): ParsedTap {
  const known = parsedTaps.get(name)
  if (known) return known
  const parsed = parse(name)
  parsedTaps.set(name, parsed)
  return parsed
}
/** Asked for many times a frame. */
const parsedTaps = new Map<PlaneName, ParsedTap>()

function parse(name: PlaneName): ParsedTap {
  if (isTap(name)) return { kind: 'tap', tap: name }
  const [kind, ...rest] = name.split('/')
  const tap = rest.slice(kind === 'shift' ? 1 : 0).join('/')
  switch (kind) {
    case 'batch': {
      const part = batchParts.find((candidate) => candidate === rest[0])
      if (part) return { kind, part }
      break
    }
    case 'neuron':
      return { kind, neuron: Number(rest[0]) }
    case 'first':
    case 'without-relu':
      if (isTap(tap)) return { kind, tap }
      break
    case 'shift': {
      const [right = 0, down = 0] = rest[0]?.split(',').map(Number) ?? []
      if (isTap(tap)) return { kind, right, down, tap }
      break
    }
    case 'passes':
      return { kind, keep: Number(rest[0]), count: Number(rest[1]), draw: Number(rest[2] ?? 0) }
    case 'trace': {
      const [start, unit, ...end] = rest
      const at = traced.find((tap) => tap === end.join('/'))
      if ((start === 'fc1' || start === 'fc2') && at) return { kind, start, unit: Number(unit), tap: at }
    }
  }
  throw new Error(`There is no tap ${name}.`)
}

/** Sizes from the slowest to the fastest axis. */
export function shapeOf(name: PlaneName): readonly number[] {
  const parsed = parseTap(name)
  switch (parsed.kind) {
    case 'batch':
      if (parsed.part === 'keep') return [1]
      return parsed.part === 'images' ? [training.batchSize, imageSide, imageSide] : [training.batchSize]
    case 'neuron':
      return tapShapes.pool2
    case 'passes':
      return [parsed.count, classCount]
    default:
      return tapShapes[parsed.tap]
  }
}

/** The tap of the network that a plane shows a version of: its colours, words and shape are that tap's. */
export function tapOf(name: PlaneName): TapName {
  const parsed = parseTap(name)
  switch (parsed.kind) {
    case 'batch':
      return parsed.part === 'images' ? 'input' : 'softmax'
    case 'neuron':
      return 'fc1/weights'
    case 'passes':
      return 'softmax'
    default:
      return parsed.tap
  }
}

function isTap(name: string): name is TapName {
  return tapNames.some((tap) => tap === name)
}
