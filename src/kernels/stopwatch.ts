/** How long kernels take on the backend in use. Whoever asks for no times pays nothing. */
import * as tf from '@tensorflow/tfjs'
import { timerQueries } from './webgl/timer.ts'

export type KernelTime = {
  /** Since the stopwatch was started. On a GPU operations are laid end to end: its queries tell how long, not when. */
  readonly startMs: number
  readonly durationMs: number
}

export type Stopwatch = {
  /** `synchronous`: kernels compute before they return. `waiting`: the clock stops when the device has finished each. */
  readonly clock: 'gpu-timestamps' | 'waiting' | 'synchronous'
  readonly time: <Result>(run: () => Result) => Result
  /** Milliseconds since it was started. */
  readonly elapsedMs: () => number
  /** In the order of the calls; null where the device does not tell. Afterwards the device has finished everything. */
  readonly times: () => Promise<readonly KernelTime[] | null>
}

/** Null where kernels cannot be timed: on a GPU that knows no queries and that one cannot wait for. */
export function startStopwatch(): Stopwatch | null {
  const backend: object = tf.backend()
  switch (tf.getBackend()) {
    case 'webgl': {
      const gl = webglContext(backend)
      return gl && (timerQueryWatch(gl) ?? clockWatch('waiting', () => waitFor(gl)))
    }
    case 'webgpu':
      return webgpuWatch(backend)
    default:
      return clockWatch('synchronous', () => undefined)
  }
}

function clockWatch(clock: 'waiting' | 'synchronous', finish: () => void): Stopwatch {
  finish()
  const begunMs = performance.now()
  const times: KernelTime[] = []
  return {
    clock,
    time(run) {
      const startMs = performance.now() - begunMs
      const result = run()
      finish()
      times.push({ startMs, durationMs: performance.now() - begunMs - startMs })
      return result
    },
    elapsedMs: () => performance.now() - begunMs,
    times: async () => times,
  }
}

function timerQueryWatch(gl: WebGL2RenderingContext): Stopwatch | null {
  const queries = timerQueries(gl)
  if (queries === null) return null
  waitFor(gl)
  const begunMs = performance.now()
  return {
    clock: 'gpu-timestamps',
    time: queries.time,
    elapsedMs: () => performance.now() - begunMs,
    times: async () => endToEnd(await queries.durationsMs()),
  }
}

/** tfjs asks the device for timestamps itself, around each shader of ours and its own. */
function webgpuWatch(backend: object): Stopwatch | null {
  if (!('supportTimestampQuery' in backend) || backend.supportTimestampQuery !== true) return null
  const begunMs = performance.now()
  const durations: Promise<number>[] = []
  return {
    clock: 'gpu-timestamps',
    time(run) {
      let result: { readonly value: ReturnType<typeof run> } | undefined
      const timing = tf.backend().time(() => {
        result = { value: run() }
      })
      const duration = timing.then((info) => ('kernelMs' in info ? Number(info.kernelMs) : Number.NaN))
      duration.catch(() => undefined) // whoever reads the times hears of it
      durations.push(duration)
      if (!result) throw new Error('The WebGPU backend did not run what it was to time.')
      return result.value
    },
    elapsedMs: () => performance.now() - begunMs,
    times: async () => endToEnd(await Promise.all(durations)),
  }
}

function endToEnd(durationsMs: readonly number[] | null): readonly KernelTime[] | null {
  if (durationsMs === null || !durationsMs.every((ms) => Number.isFinite(ms) && ms >= 0)) return null
  let startMs = 0
  return durationsMs.map((durationMs) => {
    const time = { startMs, durationMs }
    startMs += durationMs
    return time
  })
}

/** Until everything is drawn: `finish` does not wait in browsers, but a pixel of what was drawn last can only be read then. */
function waitFor(gl: WebGL2RenderingContext): void {
  gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.FLOAT, new Float32Array(4))
  gl.getError() // nothing was drawn yet, or it is gone again: then there is nothing to wait for
}

/** The context tfjs draws with; its types are not exported, so each part is checked. */
function webglContext(backend: object): WebGL2RenderingContext | null {
  if (!('gpgpu' in backend) || typeof backend.gpgpu !== 'object' || backend.gpgpu === null) return null
  const { gpgpu } = backend
  return 'gl' in gpgpu && gpgpu.gl instanceof WebGL2RenderingContext ? gpgpu.gl : null
}
