/** The reference mathematics runs in single precision as the network does, and in double as its tests need. */
export type Floats = Float32Array | Float64Array

/** `length` zeros in the same precision as `example`. */
export function zeros<A extends Floats>(example: A, length: number): A {
  // Float32Array or Float64Array, whichever `example` is: TypeScript cannot follow a constructor through a value.
  return new (example.constructor as new (length: number) => A)(length)
}
