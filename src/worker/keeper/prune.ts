/** Which runs make room for others. */
import type { RunHeader, RunId } from '../../protocol/keep.ts'

/** Of runs without a name, so many stay. */
export const unnamedKept = 5

/** Runs without a name, the oldest first; `except` never makes room. */
export function oldestUnnamed(headers: readonly RunHeader[], except: RunId): readonly RunId[] {
  return headers
    .filter(({ id, name }) => name === null && id !== except)
    .sort((one, other) => one.changedMs - other.changedMs)
    .map(({ id }) => id)
}

/** Runs beyond the last five without a name. `present` is one of the five where it has none. */
export function surplusRuns(headers: readonly RunHeader[], present: RunId): readonly RunId[] {
  const others = oldestUnnamed(headers, present)
  const isNamed = headers.some(({ id, name }) => id === present && name !== null)
  return others.slice(0, Math.max(0, others.length - (isNamed ? unnamedKept : unnamedKept - 1)))
}
