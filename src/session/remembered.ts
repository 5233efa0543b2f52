/** Keeps the measured backends of this browser on this machine, so that only the first visit measures. */
import type { BackendTrial } from '../protocol/messages.ts'

const key = 'faltwerk/backends'

/** The part of `localStorage` that is used. Every call may throw: storage can be forbidden or full. */
export type SmallStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** What the measurement depends on and the page can see. Other software or another machine: measure again. */
export function machineName(): string {
  return `${navigator.userAgent} | ${navigator.hardwareConcurrency} | ${globalThis.crossOriginIsolated}`
}

/** Drivers and graphics cards change without a word to the page: after a month it measures again. */
const keptMs = 30 * 24 * 3600 * 1000

/** Null where nothing (or nothing sensible, or nothing recent) is stored for this machine. */
export function readTrials(
  storage: SmallStorage | null,
  machine: string,
  today = Date.now(),
): readonly BackendTrial[] | null {
  try {
    const stored: unknown = JSON.parse(storage?.getItem(key) ?? 'null')
    if (!isRecord(stored) || stored.machine !== machine || !Array.isArray(stored.trials)) return null
    const ageMs = today - Number(stored.measuredAt)
    if (!(ageMs >= 0 && ageMs <= keptMs)) return null
    return stored.trials.every(isTrial) && stored.trials.length > 0 ? stored.trials : null
  } catch {
    return null
  }
}

export function writeTrials(
  storage: SmallStorage | null,
  machine: string,
  trials: readonly BackendTrial[],
  measuredAt = Date.now(),
): void {
  try {
    storage?.setItem(key, JSON.stringify({ machine, measuredAt, trials }))
  } catch {
    // Nothing is lost but two seconds at the next visit.
  }
}

export function forgetTrials(storage: SmallStorage | null): void {
  try {
    storage?.removeItem(key)
  } catch {
    // As above.
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

const backendNames = ['webgpu', 'webgl', 'wasm', 'cpu']

function isTrial(value: unknown): value is BackendTrial {
  if (!isRecord(value) || !backendNames.includes(String(value.backend))) return false
  if (value.outcome === 'measured') {
    return Number.isFinite(value.msPerImage) && Number.isFinite(value.threads)
  }
  return value.outcome === 'too-slow' || (value.outcome === 'unavailable' && typeof value.reason === 'string')
}

/** Null where the browser keeps nothing for this page. */
export function browserStorage(): SmallStorage | null {
  try {
    return globalThis.localStorage ?? null
  } catch {
    return null
  }
}
