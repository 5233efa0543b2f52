/** What is kept on this device, asked from the keeper's own script in a worker beside the page's; and ways to end a page's work. */
import type { BrowserContext, Page } from '@playwright/test'
import { openPage, waitForStatus } from './page.ts'

export type KeptState = {
  readonly id: string
  readonly step: number
  readonly canContinue: boolean
  /** SHA-256 of all parameters, both moments and the generators; empty where there is no checkpoint. */
  readonly hash: string
  readonly historySteps: readonly number[]
  readonly evaluatedSteps: readonly number[]
  readonly summarySteps: readonly number[]
  readonly tapeSteps: readonly number[]
  readonly losses: readonly number[]
}

/** Remembers the workers of the page, so that a test can end one of them as the system would. Call it before the page opens. */
export async function rememberWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const started: { name: string; worker: Worker }[] = []
    const Original = window.Worker
    window.Worker = class extends Original {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options)
        started.push({ name: options?.name ?? '', worker: this })
        if (String(url).includes('keeperWorker')) Object.assign(window, { keeperUrl: String(url) })
      }
    }
    Object.assign(window, { startedWorkers: started })
  })
}

type Remembered = { startedWorkers: { name: string; worker: Worker }[]; keeperUrl: string }

/** The worker of the run is gone from one moment to the next, and the page hears of it as of a crash. */
export async function killWorker(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { startedWorkers } = window as unknown as Remembered
    const { worker } = startedWorkers.findLast(({ name }) => name === 'faltwerk')!
    worker.terminate()
    worker.onerror?.(new ErrorEvent('error', { message: 'killed by the test' }))
  })
}

/** As if another tab were looked at. */
export async function hide(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' })
    document.dispatchEvent(new Event('visibilitychange'))
    Reflect.deleteProperty(document, 'visibilityState')
  })
}

/** The runs of this device, the last one read whole. */
export async function keptRuns(page: Page): Promise<readonly KeptState[]> {
  return page.evaluate(async () => {
    const keeper = new Worker((window as unknown as Remembered).keeperUrl, { type: 'module' })
    const answers = new Map<number, (report: never) => void>()
    keeper.onmessage = ({ data }) => answers.get(data.ask)?.(data as never)
    const ask = (command: object, number: number) =>
      new Promise<never>((resolve) => {
        answers.set(number, resolve)
        keeper.postMessage({ ...command, ask: number })
      })
    keeper.postMessage({ type: 'open' })
    type Kept = import('../../../src/protocol/keep.ts').KeptRun
    type Header = { id: string; step: number; canContinue: boolean }
    const hashOf = async (checkpoint: Kept['checkpoint']) => {
      if (checkpoint === null) return ''
      const { network, batches } = checkpoint
      const bytes: BlobPart[] = []
      for (const part of [network.parameters, network.firstMoments, network.secondMoments])
        for (const name of Object.keys(part).sort())
          bytes.push(part[name as keyof typeof part] as Float32Array<ArrayBuffer>)
      bytes.push(JSON.stringify([network.step, network.dropout, batches]))
      const digest = await crypto.subtle.digest('SHA-256', await new Blob(bytes).arrayBuffer())
      return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    }
    const { runs } = (await ask({ type: 'list' }, 1)) as { runs: Header[] }
    const states = []
    let number = 1
    for (const { id, step, canContinue } of runs) {
      number++
      const { kept } = (await ask({ type: 'take', id }, number)) as { kept: Kept }
      const hash = await hashOf(kept.checkpoint)
      const { history, evaluations, summaries } = kept.record
      const stepsOf = (entries: readonly { step: number }[]) => entries.map((entry) => entry.step)
      states.push({
        ...{ id, step, canContinue, hash },
        historySteps: stepsOf(history),
        evaluatedSteps: stepsOf(evaluations),
        summarySteps: stepsOf(summaries),
        tapeSteps: [...kept.tape.steps],
        losses: history.map(({ loss }) => loss),
      })
    }
    keeper.terminate()
    return states
  })
}

/**
 * Flips bytes of checkpoints in storage, on a page of the same origin on which no run is open: of the newest one or of all, in the
 * file of their numbers or in the database beside it. Returns the steps of those that stay whole.
 */
export async function damageCheckpoints(
  page: Page,
  { which, where }: { readonly which: 'newest' | 'all'; readonly where: 'file' | 'database' },
): Promise<readonly number[]> {
  return page.evaluate(
    async ({ which, where }) => {
      type Slot = { step: number; turn: number; meta: Uint8Array }
      const answer = <Result>(request: IDBRequest<Result>) =>
        new Promise<Result>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        })
      const database = await answer(indexedDB.open('faltwerk'))
      const store = database.transaction('slots', 'readwrite').objectStore('slots')
      const keys = (await answer(store.getAllKeys())) as [id: string, place: number][]
      const slots = (await answer(store.getAll())) as Slot[]
      const found = slots
        .map((slot, at) => ({ slot, key: keys[at]! }))
        .sort((one, other) => other.slot.turn - one.slot.turn)
      const chosen = which === 'all' ? found : found.slice(0, 1)
      for (const { slot, key } of chosen) {
        if (where === 'database') {
          await answer(
            store.put({ ...slot, meta: slot.meta.map((byte, at) => (at === 9 ? ~byte : byte)) }, key),
          )
        }
      }
      database.close()
      if (where === 'file') {
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('faltwerk')
        for (const { key } of chosen) {
          const handle = await folder.getFileHandle(key.join('.'))
          const position = 5_000_000
          const byte = new Uint8Array(
            await (await handle.getFile()).slice(position, position + 1).arrayBuffer(),
          )
          const writing = await handle.createWritable({ keepExistingData: true })
          await writing.write({ type: 'write', position, data: byte.map((one) => ~one) })
          await writing.close()
        }
      }
      return found.filter((one) => !chosen.includes(one)).map(({ slot }) => slot.step)
    },
    { which, where },
  )
}

/** Of these tests: a visit may come while another worker still computes. */
export const patienceMs = 120_000

/** Another visit of this browser, on WASM and for 6 steps, with the workers remembered. Resolves when its run is ready. */
export async function visitAgain(
  context: BrowserContext,
  opened: Pick<Parameters<typeof openPage>[1], 'url' | 'lesson' | 'language'>,
): Promise<Page> {
  const page = await context.newPage()
  await rememberWorkers(page)
  await openPage(page, { ...opened, query: { seed: '7', backend: 'wasm', steps: '6' } })
  await waitForStatus(page, 'ready', patienceMs)
  return page
}
