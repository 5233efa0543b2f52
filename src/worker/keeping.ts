/**
 * Hands what is to be kept to the keeper: a checkpoint together with all that was written down since the one before, and networks
 * for the tape. It listens to what is reported and asks the run for nothing. Not more than one checkpoint waits for an answer.
 * Memory goes to the keeper and comes back (`spare`): 39 MB of new memory would cost more than all the copying.
 */
import { copyNetwork, copyParameters, networkBuffers, parameterBuffers } from '../network/parameters.ts'
import type { NetworkValues, ParameterValues } from '../network/spec.ts'
import type { Checkpoint } from '../protocol/checkpoint.ts'
import type { DataMark, FromRun, KeptRecord, Means, RunId, RunOrigin, ToRun } from '../protocol/keep.ts'
import type { Report, RunSettings } from '../protocol/messages.ts'
import type { Snapshot } from '../protocol/tape.ts'
import type { FirstWeights } from '../training/firstNetwork.ts'
import { createPending } from './pending.ts'

/** What tests put in the place of a `MessagePort`. */
export type KeeperPort = {
  onmessage: ((event: MessageEvent<ToRun>) => void) | null
  postMessage(message: FromRun, transfer: ArrayBuffer[]): void
  close(): void
}

/** A run as the keeper knows it. */
export type KeptIdentity = {
  readonly id: RunId
  readonly seed: number
  readonly origin: RunOrigin
  /** Null: when it takes its first step. */
  readonly startedMs: number | null
  /** Whether the keeper has the weights it began with, or finds them in the seed. */
  readonly isFirstKept: boolean
  readonly first: FirstWeights
}

/** What is said of a run with each checkpoint. */
export type Facts = {
  readonly settings: RunSettings
  readonly means: Means
  readonly data: DataMark | null
}

type Waiting = { readonly id: RunId; readonly step: number; readonly record: KeptRecord }

export type Keeping = ReturnType<typeof createKeeping>

/** `answered` is called when the keeper may be handed the next checkpoint. */
export function createKeeping(post: (report: Report, transfer: ArrayBuffer[]) => void, answered: () => void) {
  const pending = createPending()
  let port: KeeperPort | null = null
  let run: KeptIdentity | null = null
  let startedMs: number | null = null
  let isFirstKept = false
  /** Usually one at most; two where a run made room for another before its last one was kept. */
  let waiting: readonly Waiting[] = []
  /** What the last checkpoint said; what is still the same is no news. */
  let said: { readonly step: number; readonly settings: RunSettings } | null = null
  let isWrittenSince = false
  let writingMs = 0
  const spare: { network: NetworkValues | null; parameters: ParameterValues | null } = {
    network: null,
    parameters: null,
  }

  /** What is reported is gone from here afterwards: its buffers are transferred. */
  function note(report: Report) {
    if (port === null) return
    switch (report.type) {
      case 'status':
        if (report.records.length === 0) return
        pending.add({ history: report.records })
        break
      case 'flows':
        pending.add({ flows: report.flows })
        break
      case 'evaluation':
        pending.add({ evaluations: [report.evaluation] })
        break
      case 'summary':
        pending.add({ summaries: [structuredClone(report.summary)] })
        break
      default:
        return
    }
    isWrittenSince = true
  }

  function answer(message: ToRun) {
    if (message.type === 'taped') {
      spare.parameters = message.spare
      return
    }
    spare.network = message.spare ?? spare.network
    const handed = waiting.find(({ id, step }) => id === message.id && step === message.step)
    waiting = waiting.filter((one) => one !== handed)
    if (handed && message.type === 'not-kept') putBack(handed)
    if (message.type === 'kept') writingMs = message.tookMs
    if (message.id === run?.id && message.type === 'kept') isFirstKept = true
    answered()
  }

  /** It goes with the next one. */
  function putBack({ id, record }: Waiting) {
    if (id === run?.id) pending.putBack(record)
  }

  /** What is transferred is the keeper's from then on. */
  function send(make: () => { readonly message: FromRun; readonly transfer?: ArrayBuffer[] }): boolean {
    try {
      const { message, transfer = [] } = make()
      port?.postMessage(message, transfer)
      return true
    } catch {
      // No memory for a copy: the next one may find some.
      return false
    }
  }

  function takeSpareParameters(): ParameterValues | null {
    const taken = spare.parameters
    spare.parameters = null
    return taken
  }

  return {
    post(report: Report, transfer: readonly ArrayBuffer[] = []) {
      note(report)
      post(report, [...transfer])
    },
    /** The keeper, or the one that took the place of one that died: what that had not answered is handed on again. */
    connect(next: KeeperPort) {
      port?.close()
      for (const handed of waiting.toReversed()) putBack(handed)
      waiting = []
      said = null
      port = next
      port.onmessage = ({ data }) => answer(data)
    },
    /** Another run from its start, or a kept one from where it stands: then nothing is new about it. */
    begin(next: KeptIdentity, standsAt: { readonly step: number; readonly settings: RunSettings } | null) {
      run = next
      startedMs = next.startedMs
      isFirstKept = next.isFirstKept
      said = standsAt
      isWrittenSince = false
      pending.take()
      waiting = []
      if (standsAt) send(() => ({ message: { type: 'back-to', id: next.id, step: standsAt.step } }))
    },
    isConnected: () => port !== null,
    /** What the keeper needed for the last checkpoint, on cores that the run would like to have. */
    writingMs: () => writingMs,
    /** Whether a checkpoint would be looked at now. */
    isFree: () => port !== null && waiting.length === 0,
    /** Whether a checkpoint of this step would say anything new. A run that has not begun is nobody's. */
    isNews: (step: number, settings: RunSettings) =>
      port !== null &&
      step > 0 &&
      (said === null || said.step !== step || said.settings !== settings || isWrittenSince),
    checkpoint(checkpoint: Checkpoint, { settings, means, data }: Facts) {
      if (port === null || run === null) return
      const { id, origin, first } = run
      const record = pending.take()
      startedMs ??= Date.now()
      const about = { type: 'checkpoint', id, startedMs, settings, origin, means, data } as const
      const isSent = send(() => {
        const values = copyNetwork(checkpoint.network, spare.network)
        spare.network = null
        const copied = { ...checkpoint, network: { ...checkpoint.network, ...values } }
        const message = { ...about, checkpoint: copied, record, ...(!isFirstKept && { first: first() }) }
        return { message, transfer: networkBuffers(values) }
      })
      if (!isSent) return pending.putBack(record)
      const { step } = checkpoint.network
      waiting = [...waiting, { id, step, record }]
      said = { step, settings }
      isWrittenSince = false
    },
    /** Memory for the parameters of a snapshot, where the keeper gave some back. */
    takeSpareParameters,
    /** With `transfer` the parameters are the keeper's afterwards. */
    snapshot(snapshot: Snapshot, { transfer }: { readonly transfer: boolean }) {
      if (run === null) return
      startedMs ??= Date.now()
      const { id, seed, origin } = run
      send(() => {
        const read = snapshot.parameters
        const parameters = transfer ? read : copyParameters(read, takeSpareParameters())
        const message = { type: 'snapshot', id, seed, origin, snapshot: { ...snapshot, parameters } } as const
        return { message, transfer: parameterBuffers(parameters) }
      })
    },
    goBackTo(step: number) {
      pending.goBackTo(step)
      const id = run?.id
      if (id !== undefined) send(() => ({ message: { type: 'back-to', id, step } }))
    },
  }
}
