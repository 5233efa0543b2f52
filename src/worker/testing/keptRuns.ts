/** For tests: runs with a keeper, killed and gone on with in another worker. */
import type { FromRun } from '../../protocol/keep.ts'
import { connectKeeper, continuationOf, type KeeperStandIn } from './keeperStandIn.ts'
import { type Bench, createBench, readyBench, type standardSettings } from './standIns.ts'

/** The keeper is there before the run is, as on the page. */
export async function keptBench(
  settings: Partial<typeof standardSettings> = {},
  known: readonly FromRun[] = [],
) {
  const bench = createBench()
  const keeper = connectKeeper(bench, known)
  return { bench: await readyBench(settings, bench), keeper }
}

export const status = (bench: Bench) => bench.last('status')?.status
export const finished = (bench: Bench) => bench.until(() => status(bench) === 'finished', 'finished')
export const lastKept = (keeper: KeeperStandIn) => keeper.checkpoints().at(-1)

export async function wholeRun(prepare: (bench: Bench, keeper: KeeperStandIn) => void = () => {}) {
  const { bench, keeper } = await keptBench()
  prepare(bench, keeper)
  bench.send({ type: 'train' })
  await finished(bench)
  await bench.until(() => lastKept(keeper)?.checkpoint.network.step === 250, 'the end is kept')
  return { bench, keeper }
}

/** Another worker, after the one before is gone for good, goes on with what was kept and trains to the end. */
export async function goOn(dead: KeeperStandIn, last = lastKept(dead)!) {
  const until = dead.messages.slice(0, dead.messages.indexOf(last) + 1)
  const { bench, keeper } = await keptBench({ seed: 1 }, until)
  bench.send({ type: 'continue', from: continuationOf(last, dead.record(last)) })
  await bench.until(() => bench.last('status')?.id === last.id, 'the kept run')
  return { bench, keeper }
}

export const stepsOf = (entries: readonly { readonly step: number }[]) => entries.map(({ step }) => step)
export const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1)
