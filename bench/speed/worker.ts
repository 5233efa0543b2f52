/** One contender in a worker of its own. It rests between its turns. */
import type { Contender, TurnLimits } from './contender.ts'

export type Call =
  | { readonly type: 'open'; readonly name: ContenderName; readonly backend: string }
  | ({ readonly type: 'turn' } & TurnLimits)
  | { readonly type: 'finish' }

export type ContenderName = keyof typeof openers

const openers = {
  reference: () => import('./reference.ts'),
  tfjs: () => import('./learners/tfjs.ts'),
  jax: () => import('./learners/jax.ts'),
  convnet: () => import('./learners/convnet.ts'),
  onnx: () => import('./learners/onnx.mjs'),
  limit: () => import('./limit.ts'),
  kernels: () => import('./kernels.ts'),
  'batch-sizes': () => import('./batchSizes.ts'),
} satisfies Record<string, () => Promise<{ open: (backend: string) => Promise<Contender> }>>

let contender: Contender | null = null

async function answer(call: Call): Promise<unknown> {
  if (call.type === 'open') {
    const { open } = await openers[call.name]()
    contender = await open(call.backend)
    return contender.prepared
  }
  if (contender === null) throw new Error('Nothing is open here.')
  return call.type === 'turn' ? contender.turn(call) : contender.finish()
}

self.onmessage = async ({ data }: MessageEvent<Call>) => {
  try {
    self.postMessage({ answer: await answer(data) })
  } catch (error) {
    self.postMessage({ problem: error instanceof Error ? error.message : String(error) })
  }
}
