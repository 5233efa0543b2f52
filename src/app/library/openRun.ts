/** A run of the library comes onto the page: to go on with it, or to look at it while the present one stays. */
import type { RunId } from '../../protocol/keep.ts'
import type { Taken } from '../../session/keeper.ts'
import type { PageRun } from '../../session/useRun.ts'
import { library, say } from './library.ts'
import { working } from './working.ts'

/** Where the page has not trained yet, it goes on with the run; otherwise it shows its tape. */
export async function openRun(page: PageRun, { id, name }: { readonly id: RunId; readonly name: string }) {
  if (id === page.run.store.getState().id) {
    backToPresent(page)
    return
  }
  const { offered } = page.offer.store.getState()
  // From here on the library speaks of it.
  if (offered === null || offered.id === id) page.offer.dismiss()
  await working({ kind: 'opening', name }, async (following) => {
    const taken = await page.keeper.take(id, following)
    const isFresh = page.run.store.getState().step === 0
    if (isFresh && (await goOn(page, taken, { name, signal: following.signal }))) return
    look(page, taken, name)
    if (taken.problem) say({ kind: 'problem', problem: taken.problem })
  })
}

/** The page leaves its present run, which stays in the library. */
export async function continueRun(
  page: PageRun,
  { id, name }: { readonly id: RunId; readonly name: string },
) {
  await working({ kind: 'opening', name }, async (following) => {
    const taken = await page.keeper.take(id, following)
    await goOn(page, taken, { name, signal: following.signal })
  })
}

export function backToPresent(page: PageRun) {
  page.view.goTo(null)
  library.setState({ looking: null, message: null, isOpen: false })
}

/** False where the run can only be looked at; then it says why. */
async function goOn(
  page: PageRun,
  { kept, problem }: Taken,
  given: { readonly name: string; readonly signal: AbortSignal },
): Promise<boolean> {
  const { header } = kept
  const name = header.name ?? given.name
  if (!header.canContinue || kept.checkpoint === null) {
    say({ kind: 'look-only', reason: 'no-state' })
    return false
  }
  const outcome = await page.run.continueWith(kept, given.signal)
  switch (outcome.kind) {
    case 'continued':
      page.view.goTo(null)
      library.setState({ looking: null, isOpen: false })
      if (problem) say({ kind: 'problem', problem })
      else say({ kind: 'continued', name, step: kept.checkpoint.network.step, isExact: outcome.isExact })
      return true
    case 'other-digits':
      say({ kind: 'look-only', reason: 'other-digits', source: header.data?.source ?? 'files' })
      return false
    case 'not-possible':
      say({ kind: 'look-only', reason: 'no-state' })
      return false
    case 'given-up':
      return true // something else was wanted meanwhile
    default:
      return outcome satisfies never
  }
}

function look(page: PageRun, { kept }: Taken, given: string) {
  const { header, tape, checkpoint } = kept
  const name = header.name ?? given
  const last = tape.steps.at(-1)
  if (last === undefined) {
    say({ kind: 'look-only', reason: 'nothing' })
    return
  }
  page.view.know(kept)
  page.view.goTo({ run: header.id, step: last })
  const { id, step } = header
  const canContinue = header.canContinue && checkpoint !== null
  library.setState({ looking: { id, name, step, canContinue }, isOpen: false })
}
