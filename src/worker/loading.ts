/** Loads digits beside the training; the newest request wins. */
import type { Loaded, LoadProgress } from '../data/sources.ts'
import type { DataRequest } from '../protocol/messages.ts'
import type { WorkshopTools } from './tools.ts'

const reportEveryMs = 100

/** Comes into the mailbox like a command, so that the set changes between two pieces of work. */
export type DigitsLoaded = Loaded & { readonly type: 'digits-loaded'; readonly request: DataRequest }

export type Loading = { readonly load: (request: DataRequest) => void; readonly cancel: () => void }

/** `deliver` gets a set when it is complete; failures and cancellations are reported and change nothing. */
export function createLoading(tools: WorkshopTools, deliver: (loaded: DigitsLoaded) => void): Loading {
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
      const loaded = await tools.loadDigits(request, { signal: controller.signal, onProgress })
      if (current === controller) deliver({ type: 'digits-loaded', request, ...loaded })
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
