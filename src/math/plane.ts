/** A block of numbers with a shape, as plain data: what leaves the worker, and what every picture is painted from. */
export type Plane = {
  /** Sizes from the slowest to the fastest axis, e.g. `[28, 28, 32]` for height, width, channel. */
  readonly shape: readonly number[]
  /** `shape` multiplied together many values, row-major. */
  readonly values: Float32Array
}

/** How many numbers a block of this shape holds; 1 for the empty shape (a scalar). */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1)
}
