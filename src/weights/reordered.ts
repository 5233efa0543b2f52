/** A row-major block of `sides` as a row-major block whose axis `k` is `axes[k]` of the former. */
export function reordered(
  values: Float32Array,
  sides: readonly number[],
  axes: readonly number[],
): Float32Array {
  const strides = sides.map((_, axis) => sides.slice(axis + 1).reduce((a, b) => a * b, 1))
  const result = new Float32Array(values.length)
  let written = 0
  const walk = (place: number, from: number) => {
    const axis = axes[place]
    if (axis === undefined) {
      result[written++] = values[from]!
      return
    }
    const stride = strides[axis]!
    for (let at = 0; at < sides[axis]!; at++) walk(place + 1, from + at * stride)
  }
  walk(0, 0)
  return result
}
