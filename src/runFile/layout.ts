/** What a run file is made of: a zip whose entries have these names. All of it is plain: JSON, safetensors, and bytes of the tape. */

/** Grows when older programs could no longer read what newer ones write. */
export const formatVersion = 1
export const formatName = 'faltwerk-run'
export const fileEnding = '.faltwerk'

export const entryNames = {
  /** First: what the run is. */
  manifest: 'manifest.json',
  /** For people. */
  readme: 'README.txt',
  network: 'network.safetensors',
  /** Only where the weights of step 0 came from a file. */
  first: 'first.safetensors',
  /** What the last update saw. */
  seen: 'record/seen.bin',
  history: 'record/history.json',
  evaluations: 'record/evaluations.bin',
  flows: 'record/flows.bin',
  summaries: 'record/summaries/',
  tape: 'tape/',
  /** Last: every other entry with its size and checksum, so that none can be missing, added or exchanged. */
  contents: 'contents.json',
} as const

/** In bytes, unpacked: what each entry may have, and the file. Far above what runs need, far below what would stop a browser. */
export const limits = {
  file: 600_000_000,
  manifest: 1_000_000,
  contents: 4_000_000,
  readme: 100_000,
  network: 50_000_000,
  seen: 4_000_000,
  history: 20_000_000,
  evaluations: 50_000_000,
  flows: 50_000_000,
  summary: 4_000_000,
  tapeEntry: 30_000_000,
} as const

/** `tape/001200.bin`: sorted by name they are sorted by step. */
export function nameOfStep(folder: 'summaries' | 'tape', step: number): string {
  return `${entryNames[folder]}${String(step).padStart(6, '0')}.bin`
}

/** The step in the name of an entry, or null where it is not one of that folder. */
export function stepInName(folder: 'summaries' | 'tape', name: string): number | null {
  const digits = name.slice(entryNames[folder].length, -'.bin'.length)
  if (!/^\d{6,10}$/.test(digits)) return null
  const step = Number(digits)
  return nameOfStep(folder, step) === name ? step : null
}
