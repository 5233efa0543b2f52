/** Opens and closes the tfjs backends. Only one is open at a time in this worker. */
import * as tf from '@tensorflow/tfjs'
import * as wasm from '@tensorflow/tfjs-backend-wasm'
import wasmUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url'
import wasmSimdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url'
import wasmThreadsUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url'
import { registerKernels } from '../kernels/register.ts'
import { openKernels } from '../kernels/wasm/open.ts'
import { wasmThreadCount } from '../kernels/wasm-threads.ts'
import type { BackendName, KernelBuild } from '../protocol/messages.ts'
import { withPatience } from './deadline.ts'

export type OpenBackend = {
  readonly name: BackendName
  readonly threads: number
  readonly kernels: KernelBuild | null
  /** How long each thread of our own kernels has computed so far, in milliseconds; none where there are no such kernels. */
  readonly threadsBusyMs: () => readonly number[]
  /** While it gives way, it leaves a core to the page, where it would take all there are. Changes no bit of what is computed. */
  readonly giveWay: (gives: boolean) => void
  /** Aborted with the reason when the device goes away. */
  readonly lost: AbortSignal
  /** A lost WebGL context does not complain: it reads back zeros. So one asks after each operation. */
  readonly isLost: () => boolean
  /** A GPU answers whenever it likes, perhaps never; the others compute before they return. */
  readonly mayHang: boolean
  /** Frees the device and all tensors on it. Never throws. */
  readonly close: () => void
}

/** How many threads WASM takes: so many, or what the machine has, one fewer where it is to be `gentle`. */
export type ThreadsWish = { readonly gentle: boolean } | { readonly threads: number }

const openDeadlineMs = 20_000
/** For backends that have no device to lose. */
const never = new AbortController().signal

/** Sets a backend up and makes it tfjs's current one. Throws where it does not work here. */
export async function openBackend(name: BackendName, wish: ThreadsWish): Promise<OpenBackend> {
  const opening = openByName(name, wish)
  const backend = await withPatience(opening, { deadlineMs: openDeadlineMs, lost: never })
  registerKernels(name)
  return backend
}

async function openByName(name: BackendName, wish: ThreadsWish): Promise<OpenBackend> {
  switch (name) {
    case 'cpu':
      await use('cpu')
      return {
        name,
        threads: 1,
        kernels: null,
        threadsBusyMs: () => [],
        giveWay: () => {},
        lost: never,
        isLost: () => false,
        mayHang: false,
        close: () => close(name),
      }
    case 'wasm':
      return openWasm(wish)
    case 'webgl':
      return openWebgl()
    case 'webgpu':
      return openWebgpu()
    default:
      throw new Error(`unknown backend ${name satisfies never}`)
  }
}

async function use(name: BackendName): Promise<void> {
  const works = await tf.setBackend(name)
  if (!works) throw new Error(`${name} does not start here`)
  await tf.ready()
}

/** Takes the backend out of tfjs, which frees it, and puts its factory back, so that it can be opened again. */
function close(name: BackendName): void {
  const factory = tf.findBackendFactory(name)
  try {
    tf.removeBackend(name)
  } catch {
    // A device that is gone cannot free what it held; it is gone all the same.
  }
  if (factory && !tf.engine().backendNames().includes(name)) tf.registerBackend(name, factory)
}

let wasmPathsAreSet = false
/** No browser shares memory among the workers of a page from disk, so the build with threads is not in that edition. */
const isOneFile = import.meta.env.MODE === 'one-file'

async function openWasm(wish: ThreadsWish): Promise<OpenBackend> {
  if (!wasmPathsAreSet) {
    // All three, or tfjs looks for the missing ones beside the page.
    wasm.setWasmPaths({
      'tfjs-backend-wasm.wasm': wasmUrl,
      'tfjs-backend-wasm-simd.wasm': wasmSimdUrl,
      'tfjs-backend-wasm-threaded-simd.wasm': isOneFile ? wasmSimdUrl : wasmThreadsUrl,
    })
    if (isOneFile) tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
    wasmPathsAreSet = true
  }
  // What tfjs itself computes is too little to share out.
  wasm.setThreadsCount(1)
  await use('wasm')
  const threads = 'threads' in wish ? wish.threads : wasmThreadCount(navigator.hardwareConcurrency, wish)
  const kernels = await openKernels(tf.backend() as wasm.BackendWasm, threads)
  return {
    name: 'wasm',
    threads: kernels?.threads ?? 1,
    kernels: kernels?.build ?? null,
    threadsBusyMs: () => kernels?.busyMs() ?? [],
    giveWay: (gives) => kernels?.giveWay(gives),
    lost: never,
    isLost: () => false,
    mayHang: false,
    close() {
      kernels?.close()
      close('wasm')
    },
  }
}

async function openWebgl(): Promise<OpenBackend> {
  await use('webgl')
  const context = webglContext(tf.backend())
  if (context === null) throw new Error('webgl has no context')
  const loss = new AbortController()
  const canvas = 'canvas' in context ? context.canvas : null
  if (canvas instanceof OffscreenCanvas) {
    canvas.addEventListener('webglcontextlost', () => loss.abort('WebGL context lost'))
  }
  return {
    name: 'webgl',
    threads: 1,
    kernels: null,
    threadsBusyMs: () => [],
    giveWay: () => {},
    lost: loss.signal,
    isLost: () => context.isContextLost(),
    mayHang: true,
    close: () => close('webgl'),
  }
}

/** The context tfjs draws with; its types are not exported, so each part is checked. */
function webglContext(backend: object): WebGL2RenderingContext | null {
  if (!('gpgpu' in backend) || typeof backend.gpgpu !== 'object' || backend.gpgpu === null) return null
  const { gpgpu } = backend
  return 'gl' in gpgpu && gpgpu.gl instanceof WebGL2RenderingContext ? gpgpu.gl : null
}

async function openWebgpu(): Promise<OpenBackend> {
  const adapter = await webgpuAdapter()
  if (adapter === null) throw new Error('no WebGPU adapter')
  await import('@tensorflow/tfjs-backend-webgpu')
  await use('webgpu')
  const backend: object = tf.backend()
  const device = 'device' in backend ? backend.device : null
  const loss = new AbortController()
  whenDeviceIsLost(device, (reason) => loss.abort(reason))
  return {
    name: 'webgpu',
    threads: 1,
    kernels: null,
    threadsBusyMs: () => [],
    giveWay: () => {},
    lost: loss.signal,
    isLost: () => loss.signal.aborted,
    mayHang: true,
    close: () => close('webgpu'),
  }
}

/** Asked for before tfjs does, which stumbles over its absence. */
async function webgpuAdapter(): Promise<unknown> {
  // Browsers without WebGPU, and pages over plain http, have no `gpu` here.
  const { gpu } = navigator as { gpu?: { requestAdapter(): Promise<unknown> } }
  return (await gpu?.requestAdapter()) ?? null
}

/** `GPUDevice.lost`, without the types of WebGPU. It resolves at most once; a device that lives never does. */
async function whenDeviceIsLost(device: unknown, tell: (reason: string) => void): Promise<void> {
  if (typeof device !== 'object' || device === null || !('lost' in device)) return
  const info: unknown = await device.lost
  const message = typeof info === 'object' && info !== null && 'message' in info ? String(info.message) : ''
  tell(`WebGPU device lost ${message}`.trim())
}
