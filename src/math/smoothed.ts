/** Curves that tremble, made readable. */

/**
 * The exponential moving average of a curve: each value counts 1 − `memory`, what was before counts `memory`. A value
 * stands for all of the time since the one before it, in `unit`s of steps and at least one, so what was before counts
 * memory^n. Divided by the sum of all weights, as Adam and TensorBoard do it, for else the average would start near zero
 * instead of near the first values.
 */
export function smoothed(
  { steps, values }: { readonly steps: readonly number[]; readonly values: readonly number[] },
  { memory, unit = 1 }: { readonly memory: number; readonly unit?: number },
): number[] {
  let average = 0
  let weight = 0
  return values.map((value, i) => {
    const kept = memory ** (i === 0 ? 1 : Math.max(1, (steps[i] - steps[i - 1]) / unit))
    average = kept * average + (1 - kept) * value
    weight = kept * weight + (1 - kept)
    return average / weight
  })
}
