/** The jobs of src/kernels/assembly/jobs.ts, in its order: a job's number is its place here. */
export const jobNames = [
  'pad',
  'packFilter',
  'packRotated',
  'convolve',
  'packGradient',
  'filterGradient',
  'packTile',
  'multiply',
  'unpool',
  'sumChannels',
  'adam',
  'winogradFilter',
  'winograd',
  'multiplyRow',
  'squares',
] as const
export type JobName = (typeof jobNames)[number]

/** What the compiled module gives. Addresses and sizes are bytes. */
export type KernelExports = {
  readonly runJob: (board: number, number: number, items: number, helpers: number, mayWait: boolean) => void
  readonly help: (board: number, thread: number) => never
  readonly productItems: (rows: number, columns: number) => number
  readonly convolutionScratchBytes: (positions: number, steps: number, outputs: number) => number
  readonly filterGradientScratchBytes: (positions: number, outputs: number, groupTiles: number) => number
  readonly productScratchBytes: { readonly value: number }
  readonly winogradScratchBytes: (channels: number, outputs: number) => number
  readonly rowBlockColumns: { readonly value: number }
  readonly winogradTiles: { readonly value: number }
  readonly adamChunk: { readonly value: number }
}

/** The board of src/kernels/assembly/threads.ts, without the times: 8 bytes for each thread from `busy` on. */
export const boardBytes = 40
export const boardFields = { job: 16, args: 20, scratch: 24, scratchBytes: 28, busy: 40 } as const

/** What the compiled module asks for. */
export const kernelImports = (memory: WebAssembly.Memory) => ({
  env: { memory },
  threads: { now: () => performance.now() },
})
