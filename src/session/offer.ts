/**
 * What was kept and can go on: of the last visit, as long as nothing is trained in this one, and of this one when its run cannot go
 * on by itself. Nobody has to answer.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { DataMark, FileProblem, KeepProblem, KeptRun, RunHeader, RunId } from '../protocol/keep.ts'
import type { BackendName } from '../protocol/messages.ts'
import type { ContinueOutcome } from './continuing.ts'
import { type Keeper, KeepRefusal } from './keeper.ts'
import type { Run } from './run.ts'

export type Offered = {
  readonly because: 'visit' | 'failure'
  readonly id: RunId
  readonly step: number
  /** Null as long as the list of runs lags behind. */
  readonly header: RunHeader | null
  /** It is being taken up. */
  readonly isComing: boolean
  /** It waits for digits that only the visitor can bring. */
  readonly needs: Pick<DataMark, 'source' | 'train' | 'fingerprint'> | null
}

export type OfferState = {
  readonly offered: Offered | null
  /** What went wrong when it was taken up, or what was taken instead. */
  readonly problem: KeepProblem | FileProblem | null
  /** The run that goes on was computed by something else before: from there on numbers agree within rounding. */
  readonly inexact: { readonly id: RunId; readonly from: BackendName; readonly step: number } | null
}

export type Offer = {
  readonly store: StoreApi<OfferState>
  /** Goes on with what is offered. */
  accept(): Promise<void>
  /** With what went wrong when it was taken up. */
  dismiss(): void
}

type Parts = {
  readonly run: Pick<Run, 'store' | 'continueWith'>
  readonly keeper: Pick<Keeper, 'store' | 'take'>
}

export function createOffer({ run, keeper }: Parts): Offer {
  const store = createStore<OfferState>(() => ({ offered: null, problem: null, inexact: null }))
  /** The runs of the last visit have been looked through. */
  let hasLooked = false

  const offer = (offered: Offered | null) => store.setState({ offered })

  function look() {
    const { isListed, problem, runs } = keeper.store.getState()
    if (hasLooked || !isListed || problem === 'starting') return
    hasLooked = true
    // In another tab it may be in full swing.
    if (problem?.code === 'other-tab' || run.store.getState().step > 0) return
    const header = runs.find(({ canContinue, step }) => canContinue && step > 0)
    if (header) offer({ ...fresh('visit', header.id, header.step), header })
  }

  function follow() {
    const { status, id, step, mark } = run.store.getState()
    const { offered } = store.getState()
    if (offered?.isComing) return
    // The visitor has brought the digits that it waited for.
    if (offered?.needs && mark?.fingerprint === offered.needs.fingerprint) return void accept()
    if (status !== 'failed') {
      const isOver = offered?.because === 'failure' && offered.needs === null
      if (isOver || (offered && (step > 0 || status === 'training'))) offer(null)
      return
    }
    const { kept, runs } = keeper.store.getState()
    const header = runs.find((one) => one.id === id && one.canContinue) ?? null
    // What cannot be stored is in the list all the same: the keeper has it in memory.
    const reached = Math.max(kept?.id === id ? kept.step : 0, header?.step ?? 0)
    if (id === null || reached === 0) return
    const isSaid = offered?.because === 'failure' && offered.id === id && offered.step === reached
    if (isSaid && (offered.header !== null || header === null)) return
    offer({ ...fresh('failure', id, reached), header })
  }

  keeper.store.subscribe(() => {
    look()
    follow()
  })
  run.store.subscribe(follow)
  look()

  function end(offered: Offered, kept: KeptRun, outcome: ContinueOutcome) {
    switch (outcome.kind) {
      case 'continued': {
        const { id, means } = kept.header
        const step = kept.checkpoint?.network.step ?? offered.step
        const inexact = outcome.isExact || means.backend === null ? null : { id, from: means.backend, step }
        store.setState({ offered: null, inexact })
        return
      }
      case 'other-digits': {
        const { data } = kept.header
        offer({ ...offered, isComing: false, needs: data })
        return
      }
      case 'not-possible':
        store.setState({ offered: null, problem: { code: 'checkpoint-damaged', step: null } })
        return
      case 'given-up':
        // Something else was wanted, or the worker died over it: then it can be tried once more.
        offer(run.store.getState().status === 'failed' ? { ...offered, isComing: false } : null)
        follow()
        return
      default:
        outcome satisfies never
    }
  }

  async function accept() {
    const { offered } = store.getState()
    if (offered === null || offered.isComing) return
    store.setState({ offered: { ...offered, isComing: true, needs: null }, problem: null })
    try {
      const { kept, problem } = await keeper.take(offered.id)
      if (problem) store.setState({ problem })
      end(offered, kept, await run.continueWith(kept))
    } catch (error) {
      if (!(error instanceof KeepRefusal)) throw error
      store.setState({ offered: null, problem: error.problem })
    }
  }

  return {
    store,
    accept,
    dismiss: () => store.setState({ offered: null, problem: null }),
  }
}

const fresh = (because: Offered['because'], id: RunId, step: number): Offered => ({
  ...{ because, id, step },
  ...{ header: null, isComing: false, needs: null },
})
