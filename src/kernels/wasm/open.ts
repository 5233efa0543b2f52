/** Starts our own kernels on the memory of tfjs's WASM backend, with helpers in workers of their own. */

import plainUrl from 'virtual:kernels/plain.wasm?url'
import relaxedUrl from 'virtual:kernels/relaxed.wasm?url'
import sharedUrl from 'virtual:kernels/shared.wasm?url'
import sharedRelaxedUrl from 'virtual:kernels/shared-relaxed.wasm?url'
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm'
import { createEngine, type Engine, type Heap } from './engine.ts'
import { type KernelExports, kernelImports } from './jobs.ts'
import { moduleAt } from './module.ts'

/** How a · b + c rounds, and with it the last bits of every sum: once (`fma`, where processor and browser can) or twice. */
export type KernelBuild = 'fma' | 'simd'

export type OpenKernels = {
  readonly build: KernelBuild
  /** Threads that take part, this one included. */
  readonly threads: number
  /** How long each of them has computed so far, in milliseconds (`Engine.busyMs`). */
  readonly busyMs: () => readonly number[]
  /**
   * Whether two threads become one, because somebody else needs a core. With more of them the system shares the cores out well
   * enough: one of many would lose far more than the others gain.
   */
  readonly giveWay: (gives: boolean) => void
  /** Ends the helpers. Their memory is tfjs's. */
  readonly close: () => void
}

/** What a helper is told when it begins. */
export type HelperOrder = {
  readonly module: WebAssembly.Module
  readonly memory: WebAssembly.Memory
  readonly board: number
  readonly thread: number
}

/** A helper that has not begun after so long is done without. */
const helperPatienceMs = 3000

const engines = new WeakMap<object, Engine>()

/** The kernels open on this backend; null where the browser has no SIMD, or before they are opened. */
export function engineOf(backend: unknown): Engine | null {
  return (typeof backend === 'object' && backend !== null && engines.get(backend)) || null
}

/** Null where the browser lacks SIMD: then tfjs's own kernels go on. Memory that is not shared means one thread. */
export async function openKernels(backend: BackendWasm, threads: number): Promise<OpenKernels | null> {
  const heap = heapOf(backend)
  const isShared = typeof SharedArrayBuffer !== 'undefined' && heap.memory.buffer instanceof SharedArrayBuffer
  const compiled =
    (await compile(isShared ? sharedRelaxedUrl : relaxedUrl, 'fma')) ??
    (await compile(isShared ? sharedUrl : plainUrl, 'simd'))
  if (!compiled) return null
  const { module, build } = compiled
  const instance = await WebAssembly.instantiate(module, kernelImports(heap.memory))
  // The compiler of the kernels does not tell TypeScript what they export; the names are those of assembly/index.ts.
  const kernels = instance.exports as unknown as KernelExports

  const helpers: Worker[] = []
  const helperCount = () => helpers.length
  let givesWay = false
  const mostThreads = isShared ? threads : 1
  const mayWait = !('document' in globalThis)
  const engine = createEngine(kernels, heap, {
    helperCount,
    isAlone: () => givesWay && helpers.length === 1,
    mostThreads,
    mayWait,
  })
  const order = { module, memory: heap.memory, board: engine.board }
  const begun = await Promise.all(
    Array.from({ length: mostThreads - 1 }, (_, at) => startHelper({ ...order, thread: at + 1 })),
  )
  helpers.push(...begun.filter((helper) => helper !== null))
  engines.set(backend, engine)
  return {
    build,
    threads: helpers.length + 1,
    busyMs: engine.busyMs,
    giveWay(gives) {
      givesWay = gives
    },
    close() {
      engines.delete(backend)
      for (const helper of helpers.splice(0)) helper.terminate()
    },
  }
}

/** tfjs does not name these in its types: they are Emscripten's, and every build of the backend has them. */
type EmscriptenModule = {
  readonly wasmMemory?: WebAssembly.Memory
  readonly asm: { readonly memory?: WebAssembly.Memory }
  readonly _malloc: (bytes: number) => number
  readonly _free: (address: number) => void
}

function heapOf(backend: BackendWasm): Heap {
  const wasm = backend.wasm as unknown as EmscriptenModule
  // Threads are given a memory, a single thread brings its own.
  const memory = wasm.wasmMemory ?? wasm.asm.memory
  if (!memory) throw new Error('The WASM backend shows no memory.')
  return {
    memory,
    allocate(bytes) {
      const address = wasm._malloc(bytes) >>> 0
      if (address === 0) throw new Error(`The WASM backend has no ${bytes} bytes left.`)
      return address
    },
    free: wasm._free,
  }
}

async function compile(url: string, build: KernelBuild) {
  try {
    return { module: await moduleAt(url), build }
  } catch {
    return null // this browser cannot run that build
  }
}

async function startHelper(order: HelperOrder): Promise<Worker | null> {
  const helper = new Worker(new URL('./helper.ts', import.meta.url), {
    type: 'module',
    name: 'faltwerk-kernels',
  })
  const begins = new Promise<boolean>((resolve) => {
    helper.onmessage = () => resolve(true)
    helper.onerror = () => resolve(false)
    setTimeout(() => resolve(false), helperPatienceMs)
  })
  helper.postMessage(order)
  if (await begins) return helper
  helper.terminate()
  return null
}
