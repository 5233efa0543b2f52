/** What the worker's time went into, second by second, for the last minute. */
import type { BusyReport } from '../protocol/busy.ts'

/** Reports that are kept, one a second while there is work. */
export const busyLimit = 60

export type Busy = { readonly recent: readonly BusyReport[] }

export const notBusy: Busy = { recent: [] }

export function withReport({ recent }: Busy, report: BusyReport): Busy {
  return { recent: [...recent, report].slice(-busyLimit) }
}
