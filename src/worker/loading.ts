/** Loads digits beside the training; the newest request wins. */
import type { DataRequest, Problem } from '../protocol/messages.ts'
import type { DigitSet, LoadProgress, WorkshopTools } from './tools.ts'

const reportEveryMs = 100

export type Loaded = {
  readonly type: 'digits-loaded'
  readonly set: DigitSet
  readonly passedOver: Problem | null
}

export type Loading = { readonly load: (request: DataRequest) => void; readonly cancel: () => void }

/** `deliver` gets a set when it is complete; failures and cancellations are reported and change nothing. */
export function createLoading<BatchesState>(
  tools: WorkshopTools<BatchesState>,
  deliver: (loaded: Loaded) => void,
): Loading {
  const { post, nowMs } = tools
  let current: AbortController | null = null

  async function run(request: DataRequest, controller: AbortController) {
    let reportedAtMs = Number.NEGATIVE_INFINITY
    const onProgress = (progress: LoadProgress) => {
      if (current !== controller || nowMs() - reportedAtMs < reportEveryMs) return
      reportedAtMs = nowMs()
      post({ type: 'loading', ...progress })
    }
    try {
      const { set, passedOver } = await tools.loadDigits(request, { signal: controller.signal, onProgress })
      if (current === controller) deliver({ type: 'digits-loaded', set, passedOver })
    } catch (error) {
      if (current === controller) post({ type: 'load-failed', problem: tools.problemOf(error) })
    } finally {
      if (current === controller) current = null
    }
  }

  function stop() {
    current?.abort()
    current = null
  }

  return {
    load(request) {
      stop()
      current = new AbortController()
      void run(request, current)
    },
    cancel() {
      if (current === null) return
      stop()
      post({ type: 'load-cancelled' })
    },
  }
}
