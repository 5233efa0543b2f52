/** For tests: a keeper that remembers what a run hands it, and answers as it is told. */
import type { NetworkValues } from '../../network/spec.ts'
import type { Continuation, FromRun, KeptRecord, ToRun } from '../../protocol/keep.ts'
import type { KeeperPort } from '../keeping.ts'
import type { Bench } from './standIns.ts'

type KeptCheckpoint = Extract<FromRun, { type: 'checkpoint' }>

export type KeeperStandIn = {
  /** In order. */
  readonly messages: FromRun[]
  readonly checkpoints: () => KeptCheckpoint[]
  /** Steps that came for the tape. */
  readonly tape: () => number[]
  /** Of one run, up to a checkpoint of this step, or to the last one. */
  readonly record: (upTo?: KeptCheckpoint) => KeptRecord
  answers: 'kept' | 'not-kept' | 'nothing'
  /** Memory that goes back with each answer, and for each snapshot. */
  spare: () => NetworkValues | null
  /** Answers what is waiting. */
  readonly answer: () => void
}

/** Connects a keeper of its own to the bench; what was `known` already is part of the record. */
export function connectKeeper(bench: Bench, known: readonly FromRun[] = []): KeeperStandIn {
  const port: KeeperPort = {
    onmessage: null,
    close: () => {},
    postMessage(message, transfer) {
      const received = structuredClone(message, { transfer })
      keeper.messages.push(received)
      if (received.type === 'checkpoint') waiting.push(received)
      const spare = keeper.spare()?.parameters
      if (received.type === 'snapshot' && spare) tell({ type: 'taped', spare })
      queueMicrotask(keeper.answer)
    },
  }
  const waiting: KeptCheckpoint[] = []
  const tell = (answer: ToRun) => port.onmessage?.({ data: answer } as MessageEvent<ToRun>)
  const keeper: KeeperStandIn = {
    messages: [...known],
    checkpoints: () => keeper.messages.filter((message) => message.type === 'checkpoint'),
    tape: () => keeper.messages.flatMap((one) => (one.type === 'snapshot' ? [one.snapshot.step] : [])),
    record(upTo = keeper.checkpoints().at(-1)!) {
      const parts = keeper.checkpoints().slice(0, keeper.checkpoints().indexOf(upTo) + 1)
      return {
        history: parts.flatMap(({ record }) => record.history),
        evaluations: parts.flatMap(({ record }) => record.evaluations),
        summaries: parts.flatMap(({ record }) => record.summaries),
        flows: parts.flatMap(({ record }) => record.flows),
      }
    },
    answers: 'kept',
    spare: () => null,
    answer() {
      const type = keeper.answers
      if (type === 'nothing') return
      for (const { id, checkpoint } of waiting.splice(0)) {
        const { step } = checkpoint.network
        const answered = { id, step, spare: keeper.spare() }
        tell(type === 'kept' ? { type, ...answered, tookMs: 1 } : { type, ...answered })
      }
    },
  }
  // All of a port that the run makes use of.
  bench.send({ type: 'keep-with', port: port as MessagePort })
  return keeper
}

/** As the page asks the worker to go on with what was kept. */
export function continuationOf(kept: KeptCheckpoint, record: KeptRecord): Continuation {
  const { id, startedMs, settings, origin, means, data, checkpoint, first = null } = kept
  const { step } = checkpoint.network
  const isOf = (entry: { readonly step: number }) => entry.step === step
  const evaluated = record.evaluations.some(isOf)
  const done = {
    evaluated,
    evaluatedOnAll: evaluated,
    summarised: record.summaries.some(isOf),
    snapshot: false,
  }
  return { id, startedMs, settings, origin, means, data, checkpoint, first, done }
}
