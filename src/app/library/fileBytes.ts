/** About how large the file of a run is, known before it is written. */
import { sizeOf } from '../../math/plane.ts'
import { parameterNames, tapShapes } from '../../network/spec.ts'
import type { RunHeader } from '../../protocol/keep.ts'

/** All weights and biases in single precision. Adam's moments take twice as much. */
export const networkBytes = parameterNames.reduce((sum, name) => sum + 4 * sizeOf(tapShapes[name]), 0)

export function fileBytesOf(
  { fileBytes, bytes, canContinue: hasState }: Pick<RunHeader, 'fileBytes' | 'bytes' | 'canContinue'>,
  { canContinue }: { readonly canContinue: boolean },
): number {
  const whole = fileBytes ?? Math.max(bytes, networkBytes * 3)
  return hasState && !canContinue ? whole - 2 * networkBytes : whole
}
