/** A checkpoint as it is stored: its numbers as words, everything else as a few sealed bytes. */
import { sizeOf } from '../../math/plane.ts'
import { parameterRecord } from '../../network/parameters.ts'
import { type ParameterName, type ParameterValues, parameterNames, tapShapes } from '../../network/spec.ts'
import type { Checkpoint, TrainerState } from '../../protocol/checkpoint.ts'
import type { FromRun } from '../../protocol/keep.ts'
import { bytesOfPlain, plainOfBytes } from '../../runFile/plainBytes.ts'
import { checksumOf } from './checksum.ts'
import { isBytes, isNewer, isObject, type Opened, storedFormat } from './sealed.ts'

/** What a checkpoint belongs to. */
export type About = Pick<
  Extract<FromRun, { type: 'checkpoint' }>,
  'id' | 'startedMs' | 'settings' | 'origin' | 'means' | 'data'
>

export type Slot = {
  readonly format: number
  readonly step: number
  /** Grows from one to the next. */
  readonly turn: number
  /** Of `meta` and all words. */
  readonly sum: string
  readonly meta: Uint8Array<ArrayBuffer>
  /** How many numbers each array holds. */
  readonly lengths: readonly number[]
}

export type SlotContents = { readonly about: About; readonly checkpoint: Checkpoint }
/** Arrays whose memory is not shared, as storage takes them. */
export type Words = readonly Float32Array[]

/** Numbers of each parameter. */
export type Sizes = Readonly<Record<ParameterName, number>>
export const networkSizes: Sizes = parameterRecord((name) => sizeOf(tapShapes[name]))

type Meta = Omit<Checkpoint, 'network'> & {
  readonly about: About
  readonly network: Pick<TrainerState, 'step' | 'dropout'>
  readonly turn: number
}

const groups = ['parameters', 'firstMoments', 'secondMoments'] as const

/** The words are those of the checkpoint itself, not a copy. */
export function slotOf(
  { about, checkpoint }: SlotContents,
  turn: number,
): { readonly slot: Slot; readonly words: Words } {
  const { network, ...rest } = checkpoint
  const meta: Meta = { about, network: { step: network.step, dropout: network.dropout }, turn, ...rest }
  const bytes = bytesOfPlain(meta)
  const words = groups.flatMap((group) => parameterNames.map((name) => network[group][name]))
  return {
    words,
    slot: {
      format: storedFormat,
      step: network.step,
      turn,
      sum: checksumOf([bytes, ...words]),
      meta: bytes,
      lengths: words.map(({ length }) => length),
    },
  }
}

/** Whether the words of a slot are worth reading; foreign or damaged data never make a large allocation. */
export function isSlot(stored: unknown, sizes: Sizes): stored is Slot {
  if (!isObject(stored) || stored.format !== storedFormat || !isBytes(stored.meta)) return false
  const expected = groups.flatMap(() => parameterNames.map((name) => sizes[name]))
  const { lengths, step } = stored
  return (
    Number.isSafeInteger(step) &&
    Array.isArray(lengths) &&
    lengths.length === expected.length &&
    expected.every((length, place) => lengths[place] === length)
  )
}

/** `words` are taken over, not copied. Whatever it is given, it gives the checkpoint that was stored or none. */
export function openSlot(stored: unknown, words: Words, sizes: Sizes): Opened<SlotContents> {
  if (isObject(stored) && isNewer(stored.format)) return { state: 'newer' }
  if (!isSlot(stored, sizes)) return { state: 'damaged' }
  const fits =
    words.length === stored.lengths.length &&
    words.every((array, place) => array instanceof Float32Array && array.length === stored.lengths[place])
  if (!fits || checksumOf([stored.meta, ...words]) !== stored.sum) return { state: 'damaged' }
  try {
    // The sum has shown that these are the bytes of `slotOf`.
    const { about, network, turn, ...rest } = plainOfBytes(stored.meta) as Meta
    if (network.step !== stored.step || turn !== stored.turn) return { state: 'damaged' }
    const [parameters, firstMoments, secondMoments] = groups.map((_, group) =>
      valuesOf(words.slice(group * parameterNames.length)),
    )
    return {
      state: 'good',
      value: {
        about,
        checkpoint: {
          ...rest,
          network: {
            ...network,
            parameters: parameters!,
            firstMoments: firstMoments!,
            secondMoments: secondMoments!,
          },
        },
      },
    }
  } catch {
    return { state: 'damaged' }
  }
}

const valuesOf = (words: Words): ParameterValues => {
  const arrays = words.values()
  return parameterRecord(() => arrays.next().value as Float32Array) // as many as there are parameters
}
