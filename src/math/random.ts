/**
 * Seeded random numbers: sfc32 by Chris Doty-Humphrey (PractRand), 128 bits of state, as small as a good generator gets.
 * Everything random in a run comes from one seed shown to the user; `derive` gives each purpose its own stream.
 */

/** Four unsigned 32-bit integers: the whole state of a generator, plain data that can be stored and continued. */
export type RandomState = readonly [number, number, number, number]

export type Random = {
  /** The next 32 random bits as an integer 0 … 2³² − 1. */
  readonly uint32: () => number
  /** Where the generator stands; `createRandom` continues from here with the same numbers. */
  readonly state: () => RandomState
}

/** A generator that continues from `state`. Two generators of one state give the same numbers. */
export function createRandom(state: RandomState): Random {
  // An array of 32-bit integers wraps around by itself, and takes a third less time here than four variables.
  const words = Uint32Array.from(state)
  return {
    uint32: () => {
      const [a, b, c, counter] = [words[0]!, words[1]!, words[2]!, words[3]!]
      const result = (a + b + counter) >>> 0
      words[0] = b ^ (b >>> 9)
      words[1] = c + (c << 3)
      words[2] = ((c << 21) | (c >>> 11)) + result
      words[3] = counter + 1
      return result
    },
    state: () => [words[0]!, words[1]!, words[2]!, words[3]!],
  }
}

/**
 * The start of the stream for one purpose ('weights', 'batches', 'dropout' …) of one seed.
 * Any safe integer is as good a seed as any other, 0 included; other purposes or seeds give unrelated numbers.
 */
export function derive(seed: number, purpose: string): RandomState {
  let hash = mix(0x9e3779b9 ^ (seed >>> 0))
  hash = mix(hash ^ (Math.floor(seed / 2 ** 32) >>> 0))
  for (const letter of purpose) hash = mix(hash ^ (letter.codePointAt(0) ?? 0))
  const a = mix(hash + 0x6d2b79f5)
  const b = mix(a + 0x6d2b79f5)
  const c = mix(b + 0x6d2b79f5)
  const random = createRandom([a, b, c, 1])
  // The author's advice: let the generator run a little until every bit of the seed has reached every bit of the state.
  for (let round = 0; round < 16; round++) random.uint32()
  return random.state()
}

/** A bijection of 32 bits in which each input bit flips each output bit about half of the time (MurmurHash3's last step). */
function mix(value: number): number {
  let bits = (value + 0x9e3779b9) | 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

/** A number in [0, 1), a multiple of 2⁻³². */
export function uniform(random: Random): number {
  return random.uint32() / 2 ** 32
}

/** A whole number 0 … `bound` − 1, each equally likely; `bound` is at most 2³². */
export function below(bound: number, random: Random): number {
  // What is left over at the top of the range would make small results likelier, so it is drawn again.
  const limit = 2 ** 32 - (2 ** 32 % bound)
  let drawn = random.uint32()
  while (drawn >= limit) drawn = random.uint32()
  return drawn % bound
}

/** A draw from the normal distribution with mean 0 and standard deviation 1 (Marsaglia's polar method). */
export function normal(random: Random): number {
  for (;;) {
    const x = 2 * uniform(random) - 1
    const y = 2 * uniform(random) - 1
    const squared = x * x + y * y
    // The method's second number, y · factor, is let go: keeping it would make it part of the state.
    if (squared > 0 && squared < 1) return x * Math.sqrt((-2 * Math.log(squared)) / squared)
  }
}

/** As `normal`, but what lies beyond two standard deviations is drawn again. Its own standard deviation is 0.880. */
export function truncatedNormal(random: Random): number {
  for (;;) {
    const drawn = normal(random)
    if (Math.abs(drawn) <= 2) return drawn
  }
}

/**
 * Fills `values` with `deviation` times what `truncatedNormal` draws from `state`, the same numbers to the last bit, in half
 * the time: the generator is written out here, so that its state stays in the processor's registers. The weights are
 * millions of draws, and the page waits for them. Returns where the generator stands.
 */
export function fillTruncatedNormal(
  values: Float32Array,
  deviation: number,
  state: RandomState,
): RandomState {
  let [a, b, c, counter] = state
  const next = () => {
    const result = (a + b + counter) >>> 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + result) | 0
    counter = (counter + 1) | 0
    return result
  }
  for (let at = 0; at < values.length; ) {
    const x = (2 * next()) / 2 ** 32 - 1
    const y = (2 * next()) / 2 ** 32 - 1
    const squared = x * x + y * y
    if (squared === 0 || squared >= 1) continue
    const drawn = x * Math.sqrt((-2 * Math.log(squared)) / squared)
    if (Math.abs(drawn) <= 2) values[at++] = deviation * drawn
  }
  return [a >>> 0, b >>> 0, c >>> 0, counter >>> 0]
}

/** Brings `items` into a random order in place, every order equally likely (Fisher and Yates). Returns `items`. */
export function shuffle<Items extends { [index: number]: number; length: number }>(
  items: Items,
  random: Random,
): Items {
  for (let last = items.length - 1; last > 0; last--) {
    const chosen = below(last + 1, random)
    const moved = items[last]!
    items[last] = items[chosen]!
    items[chosen] = moved
  }
  return items
}
