import { describe, expect, test } from 'vitest'
import { differing, firstParameters, largestDistance, someSnapshot } from '../../tests/fixtures/keptSteps.ts'
import { zeroParameters } from '../network/parameters.ts'
import { packInScript } from './blocks.ts'
import { checksumOf } from './checksum.ts'
import {
  type KeptStep,
  KeptStepError,
  openStep,
  packStep,
  type Root,
  rootOf,
  unpackStep,
} from './keptStep.ts'

const pack = packInScript()
const drawn: Root = { fc1: firstParameters(3)['fc1/weights'], from: 'seed' }
const snapshot = someSnapshot(20)
const packed = packStep(snapshot, drawn, pack)

function unpacked(kept: KeptStep, root: Root | null = drawn) {
  const parameters = zeroParameters()
  unpackStep(kept, root, parameters)
  return parameters
}

/** Why bytes are refused; null where they are taken. */
function refusalOf(bytes: Uint8Array): string | null {
  try {
    openStep(bytes)
    return null
  } catch (error) {
    if (error instanceof KeptStepError) return error.code
    throw error
  }
}

describe('a kept step', () => {
  test('says which one it is', () => {
    expect(openStep(packed)).toMatchObject({ step: 20, seed: 3, root: 'seed' })
  })

  test('has all parameters but the weights of fc1 to the last bit', () => {
    expect(differing(unpacked(openStep(packed)), snapshot.parameters)).toEqual(['fc1/weights'])
  })

  test('has every weight of fc1 within half a learning rate of what it was', () => {
    const distance = largestDistance(
      unpacked(openStep(packed))['fc1/weights'],
      snapshot.parameters['fc1/weights'],
    )
    expect(distance).toBeGreaterThan(0)
    expect(distance).toBeLessThan(0.5e-4 + 1e-8)
  })

  test('has its batch, with the images', () => {
    expect(openStep(packed).batch).toEqual(snapshot.batch)
    expect(openStep(packStep({ ...snapshot, batch: null }, drawn, pack)).batch).toBeNull()
  })

  test('takes less than a quarter of the 13 MB that it says', () => {
    expect(packed.length).toBeLessThan(13_098_536 / 4)
  })

  test('is read at any place in other bytes', () => {
    const among = new Uint8Array(packed.length + 3)
    among.set(packed, 3)
    expect(differing(unpacked(openStep(among.subarray(3))), unpacked(openStep(packed)))).toEqual([])
  })
})

describe('step 0', () => {
  test('of a run that began with a seed takes no room for fc1, and is exact', () => {
    const bytes = packStep(someSnapshot(0), drawn, pack)
    expect(bytes.length).toBeLessThan(320_000)
    expect(differing(unpacked(openStep(bytes)), firstParameters(3))).toEqual([])
  })

  test('of a run that began with weights of a file holds them as they are, and later steps hold on to it', () => {
    const first = { ...snapshot, step: 0 }
    const kept = openStep(packStep(first, null, pack))
    expect(differing(unpacked(kept, null), snapshot.parameters)).toEqual([])
    const root = rootOf(kept)
    const moved = snapshot.parameters['fc1/weights'].map((weight) => weight + 3e-4)
    const later = openStep(
      packStep({ ...snapshot, parameters: { ...snapshot.parameters, 'fc1/weights': moved } }, root, pack),
    )
    expect(later.root).toBe(kept.checksum)
    expect(largestDistance(unpacked(later, root)['fc1/weights'], moved)).toBeLessThan(0.5e-4 + 1e-8)
  })
})

test('a step is not laid onto weights of another run', () => {
  const kept = openStep(packStep(snapshot, { fc1: drawn.fc1, from: 12345 }, pack))
  expect(() => unpacked(kept, drawn)).toThrow(KeptStepError)
  expect(() => unpacked(kept, null)).toThrow(KeptStepError)
})

test('a network that is none is not kept', () => {
  const fc1 = snapshot.parameters['fc1/weights'].slice()
  fc1[1000] = Number.NaN
  const broken = { ...snapshot, parameters: { ...snapshot.parameters, 'fc1/weights': fc1 } }
  expect(() => packStep(broken, drawn, pack)).toThrow(RangeError)
})

test('weights that went very far are kept in larger units', () => {
  const far = snapshot.parameters['fc1/weights'].map((weight, at) => (at === 5 ? 3 : weight))
  const kept = openStep(
    packStep({ ...snapshot, parameters: { ...snapshot.parameters, 'fc1/weights': far } }, drawn, pack),
  )
  const unit = 'unit' in kept.fc1 ? kept.fc1.unit : 0
  expect(unit).toBeGreaterThan(1e-4)
  expect(largestDistance(unpacked(kept)['fc1/weights'], far)).toBeLessThan(unit / 2 + 1e-7)
})

describe('bytes that are no kept step', () => {
  test('are refused: cut off, empty, something else', () => {
    for (const length of [0, 3, 4, 60, 64, 1000, packed.length - 4]) {
      expect(refusalOf(packed.subarray(0, length))).toBe('damaged')
    }
    expect(refusalOf(new Uint8Array(packed.length))).toBe('damaged')
  })

  test('say where a newer version wrote them', () => {
    const newer = packed.slice()
    newer[4] = 2
    expect(refusalOf(newer)).toBe('newer-version')
  })

  test('2,000 mutations of bits, bytes, words and lengths: each is refused, none is taken for a network', () => {
    // Step 0 is the smallest, so that there is time for many.
    const good = packStep(someSnapshot(0), drawn, pack)
    let state = 99
    const below = (bound: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return Math.floor((state / 2 ** 32) * bound)
    }
    const mutations: ((bytes: Uint8Array<ArrayBuffer>) => Uint8Array)[] = [
      (bytes) => {
        bytes[below(bytes.length)]! ^= 1 << below(8)
        return bytes
      },
      // The header is small, and most of what could go wrong is there.
      (bytes) => {
        bytes[below(64)] = below(256)
        return bytes
      },
      (bytes) => {
        new DataView(bytes.buffer).setUint32(4 * below(16), below(2 ** 32), true)
        return bytes
      },
      (bytes) => bytes.subarray(0, below(bytes.length)),
      (bytes) => bytes.copyWithin(below(bytes.length), below(bytes.length), below(bytes.length)),
      (bytes) => {
        const longer = new Uint8Array(bytes.length + 1 + below(64))
        longer.set(bytes)
        return longer
      },
    ]
    const taken: number[] = []
    for (let at = 0; at < 2000; at++) {
      const mutated = mutations[at % mutations.length]!(good.slice())
      const isSame = mutated.length === good.length && mutated.every((byte, i) => byte === good[i])
      if (!isSame && refusalOf(mutated) === null) taken.push(at)
    }
    expect(taken).toEqual([])
  }, 60_000)

  test('with a checksum made to fit are still read within their bounds', () => {
    const words = new Uint32Array(packed.slice().buffer)
    const bytes = new Uint8Array(words.buffer)
    // The width of the first blocks, behind the header and all parameters but fc1/weights.
    const place = 4 * (16 + 63_370)
    bytes[place]! ^= 3
    words[3] = checksumOf(words, 4)
    expect(refusalOf(bytes)).toBe('damaged')
  })
})
