/** Runs jobs of our own kernels on a memory that somebody else manages, together with helpers that share it. */
import { boardBytes, boardFields, type JobName, jobNames, type KernelExports } from './jobs.ts'

/** `malloc` and `free` of the memory's owner: tfjs's WASM backend, or a test. Addresses are aligned to 16 bytes. */
export type Heap = {
  readonly memory: WebAssembly.Memory
  readonly allocate: (bytes: number) => number
  readonly free: (address: number) => void
}

export type Engine = {
  readonly kernels: KernelExports
  readonly heap: Heap
  /** Computes all items of a job. `ints` are its first arguments, `floats` follow. Each thread gets `scratchBytes`. */
  readonly run: (job: JobName, items: number, ints: readonly number[], more?: More) => void
  /** Calls `use` with the addresses of new blocks of so many bytes, and frees them afterwards. */
  readonly borrow: <T>(bytes: readonly number[], use: (...addresses: number[]) => T) => T
  /** Where helpers find jobs. */
  readonly board: number
  /**
   * Milliseconds in which each thread had items in hand since the kernels were opened, this thread first. By the clock on
   * the wall: where other programs took the processor meanwhile, that counts too.
   */
  readonly busyMs: () => readonly number[]
}

type More = { readonly floats?: readonly number[]; readonly scratchBytes?: number }

const mostArguments = 16

export type EngineOptions = {
  /** Asked at each job: helpers may come later than the first job. */
  readonly helperCount: () => number
  /** Asked at each job: whether helpers are left asleep. */
  readonly isAlone?: () => boolean
  /** Helpers that may come, and this thread. */
  readonly mostThreads: number
  /** Whether this thread may sleep; a page's main thread must not. */
  readonly mayWait: boolean
}

export function createEngine(
  kernels: KernelExports,
  heap: Heap,
  { helperCount, isAlone = () => false, mostThreads, mayWait }: EngineOptions,
): Engine {
  const wholeBoardBytes = boardBytes + mostThreads * 8
  const board = heap.allocate(wholeBoardBytes + mostArguments * 4)
  const args = board + wholeBoardBytes
  new Uint8Array(heap.memory.buffer, board, wholeBoardBytes).fill(0)
  let scratch = { address: 0, bytes: 0 }
  let jobsPosted = 0

  function reserve(bytes: number): number {
    if (bytes > scratch.bytes) {
      if (scratch.address) heap.free(scratch.address)
      scratch = { address: heap.allocate(bytes), bytes }
    }
    return scratch.address
  }

  return {
    kernels,
    heap,
    board,
    busyMs() {
      const view = new DataView(heap.memory.buffer)
      return Array.from({ length: helperCount() + 1 }, (_, thread) => {
        const nanoseconds = view.getBigInt64(board + boardFields.busy + thread * 8, true)
        return Number(nanoseconds) / 1e6
      })
    },
    run(job, items, ints, { floats = [], scratchBytes = 0 } = {}) {
      // Threads write side by side: each begins on a cache line of its own.
      const bytesPerThread = Math.ceil(scratchBytes / 64) * 64
      const scratchAddress = reserve(bytesPerThread * mostThreads)
      // The memory may have grown since the last job: views are made anew.
      const view = new DataView(heap.memory.buffer)
      view.setInt32(board + boardFields.job, jobNames.indexOf(job), true)
      view.setInt32(board + boardFields.args, args, true)
      view.setInt32(board + boardFields.scratch, scratchAddress, true)
      view.setInt32(board + boardFields.scratchBytes, bytesPerThread, true)
      for (const [at, value] of ints.entries()) view.setInt32(args + at * 4, value, true)
      for (const [at, value] of floats.entries()) view.setFloat32(args + (ints.length + at) * 4, value, true)
      jobsPosted = (jobsPosted + 1) % 2 ** 31
      kernels.runJob(board, jobsPosted, items, isAlone() ? 0 : helperCount(), mayWait)
    },
    borrow(bytes, use) {
      const addresses = bytes.map(heap.allocate)
      try {
        return use(...addresses)
      } finally {
        for (const address of addresses) heap.free(address)
      }
    },
  }
}
