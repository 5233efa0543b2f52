/** The page's side of the keeper: what is kept on this device, and the ways to ask for it. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type {
  FileProblem,
  KeeperCommand,
  KeeperReport,
  KeepProblem,
  KeptRun,
  RunHeader,
  RunId,
  StartWeights,
  WeightsFormat,
} from '../protocol/keep.ts'
import type { TapeContents } from '../protocol/tape.ts'
import { spawnKeeper } from './spawnKeeper.ts'

export type KeeperState = {
  /** Why runs are not kept; null: they are. */
  readonly problem: KeepProblem | null | 'starting'
  /** Of this device, the one changed last first. */
  readonly runs: readonly RunHeader[]
  /** Whether `runs` has come yet. */
  readonly isListed: boolean
  /** The last checkpoint that was kept in this visit. */
  readonly kept: { readonly id: RunId; readonly step: number; readonly atMs: number } | null
  /** Tapes of the runs that are open. */
  readonly tapes: ReadonlyMap<RunId, TapeContents>
}

export type KeeperWorker = {
  onmessage: ((event: MessageEvent<KeeperReport>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  onmessageerror: ((event: MessageEvent) => void) | null
  postMessage(command: KeeperCommand, transfer: Transferable[]): void
  terminate(): void
}

/** A promise of the keeper was refused; the sentence comes from `i18n`. */
export class KeepRefusal extends Error {
  readonly problem: KeepProblem | FileProblem
  constructor(problem: KeepProblem | FileProblem) {
    super(problem.code)
    this.problem = problem
  }
}

/** How to follow long work. Once `signal` is aborted the promise is rejected with its reason. */
export type Following = {
  readonly signal?: AbortSignal
  /** 0 … 1. */
  readonly progress?: (share: number) => void
}

export type Taken = { readonly kept: KeptRun; readonly problem: KeepProblem | null }
/** `lost`: names of what was damaged in the file and is left out. */
export type Unpacked = { readonly id: RunId; readonly lost: readonly string[] }
export type NamedFile = { readonly file: Blob; readonly fileName: string }

/** Every promise is rejected with a `KeepRefusal`, or with the reason of its signal. */
export type Keeper = {
  readonly store: StoreApi<KeeperState>
  /** All runs of this device, read anew: another tab may have changed them. */
  list(): Promise<readonly RunHeader[]>
  /** All of a run; its tape can be shown from then on. */
  take(id: RunId, following?: Following): Promise<Taken>
  rename(id: RunId, name: string | null): Promise<void>
  remove(id: RunId): Promise<void>
  /** The whole run as one file. */
  pack(id: RunId, options: { readonly canContinue: boolean } & Following): Promise<NamedFile>
  /** A run file becomes a run of the library. */
  unpack(source: NamedFile, following?: Following): Promise<Unpacked>
  /** `step` null: of the last checkpoint. */
  writeWeights(
    id: RunId,
    options: { readonly step: number | null; readonly format: WeightsFormat } & Following,
  ): Promise<NamedFile>
  /** Several files are those of one layers model of TensorFlow.js. */
  readWeights(files: readonly NamedFile[], following?: Following): Promise<StartWeights>
  /** For the worker of the run; a new one for each such worker, and again after `onRespawn`. */
  portForRun(): MessagePort
  /** For the tape's worker. */
  portForTape(): MessagePort
  /** Called when a new keeper took the place of one that died: ports of the old one are dead. */
  onRespawn(listener: () => void): () => void
  dispose(): void
}

export type KeeperOptions = {
  /** Gets the observable attributes `data-keeping` and `data-kept-step`; usually `document.documentElement`. */
  readonly root?: Element | null
  /** The rest is for tests; the defaults are the browser's. */
  readonly spawn?: () => KeeperWorker
  readonly createChannel?: () => MessageChannel
  readonly persist?: () => void
}

type Waiting = {
  readonly resolve: (report: KeeperReport) => void
  readonly reject: (reason: unknown) => void
  readonly progress: ((share: number) => void) | undefined
}

export function createKeeper({
  root = null,
  spawn = spawnKeeper,
  createChannel = () => new MessageChannel(),
  persist = persistOnce(),
}: KeeperOptions = {}): Keeper {
  const store = createStore<KeeperState>(() => ({
    problem: 'starting',
    runs: [],
    isListed: false,
    kept: null,
    tapes: new Map(),
  }))
  const waiting = new Map<number, Waiting>()
  const listeners = new Set<() => void>()
  let worker: KeeperWorker | null = null
  let lastAsk = 0
  let deaths = 0
  if (root) {
    observe(root, store.getState())
    store.subscribe((state) => observe(root, state))
  }
  open()

  function open() {
    try {
      worker = spawn()
      worker.onmessage = ({ data }) => receive(data)
      worker.onerror = (event) => died(event.message || 'error')
      worker.onmessageerror = () => died('messageerror')
      send({ type: 'open' })
    } catch (error) {
      deaths = 1 // a browser that starts no worker starts none the second time
      died(String(error))
    }
  }

  function send(command: KeeperCommand, transfer: Transferable[] = []) {
    worker?.postMessage(command, transfer)
  }

  /** One more keeper gets a chance; where that dies too, the run goes on without. */
  function died(reason: string) {
    worker?.terminate()
    worker = null
    const problem: KeepProblem = { code: 'keeper-died', reason }
    store.setState({ problem })
    for (const { reject } of waiting.values()) reject(new KeepRefusal(problem))
    waiting.clear()
    deaths++
    if (deaths > 1) return
    open()
    for (const listener of [...listeners]) listener()
  }

  function receive(report: KeeperReport) {
    switch (report.type) {
      case 'keeping':
        store.setState({ problem: report.problem })
        return
      case 'runs':
        store.setState({ runs: report.runs, isListed: true })
        return
      case 'kept':
        store.setState({ kept: { id: report.id, step: report.step, atMs: report.atMs } })
        return
      case 'tape': {
        const tapes = new Map(store.getState().tapes).set(report.tape.run, report.tape)
        store.setState({ tapes })
        return
      }
      case 'progress':
        waiting.get(report.ask)?.progress?.(report.share)
        return
      case 'listed':
        store.setState({ runs: report.runs, isListed: true })
        break
      case 'taken': {
        const { tape } = report.kept
        store.setState({ tapes: new Map(store.getState().tapes).set(tape.run, tape) })
        break
      }
    }
    const asked = waiting.get(report.ask)
    waiting.delete(report.ask)
    if (report.type === 'refused') asked?.reject(new KeepRefusal(report.problem))
    else asked?.resolve(report)
  }

  /** Sends what `command` makes of a number, and waits for the answer of that type. */
  function ask<Type extends KeeperReport['type']>(
    type: Type,
    command: (ask: number) => KeeperCommand,
    { signal, progress }: Following = {},
  ): Promise<Extract<KeeperReport, { type: Type }>> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted()
      if (worker === null) {
        const { problem } = store.getState()
        throw new KeepRefusal(
          problem === null || problem === 'starting' ? { code: 'keeper-died', reason: '' } : problem,
        )
      }
      const number = ++lastAsk
      const cancel = () => {
        send({ type: 'cancel', ask: number })
        waiting.delete(number)
        reject(signal?.reason)
      }
      signal?.addEventListener('abort', cancel, { once: true })
      const end = () => signal?.removeEventListener('abort', cancel)
      waiting.set(number, {
        progress,
        resolve(report) {
          end()
          // Each command has one kind of answer: the keeper's dispatch is checked against it by tests.
          if (report.type === type) resolve(report as Extract<KeeperReport, { type: Type }>)
          else reject(new Error(`${report.type} instead of ${type}`))
        },
        reject(reason) {
          end()
          reject(reason)
        },
      })
      send(command(number))
    })
  }

  function port(to: 'run' | 'tape'): MessagePort {
    const { port1, port2 } = createChannel()
    send({ type: 'connect', to, port: port1 }, [port1])
    return port2
  }

  return {
    store,
    list: async () => (await ask('listed', (number) => ({ type: 'list', ask: number }))).runs,
    take: (id, following) => ask('taken', (number) => ({ type: 'take', ask: number, id }), following),
    async rename(id, name) {
      if (name !== null) persist()
      await ask('done', (number) => ({ type: 'rename', ask: number, id, name }))
    },
    async remove(id) {
      await ask('done', (number) => ({ type: 'remove', ask: number, id }))
    },
    pack: (id, { canContinue, ...following }) =>
      ask('file', (number) => ({ type: 'pack', ask: number, id, canContinue }), following),
    unpack(source, following) {
      persist()
      return ask('unpacked', (number) => ({ type: 'unpack', ask: number, ...source }), following)
    },
    writeWeights: (id, { step, format, ...following }) =>
      ask('file', (number) => ({ type: 'write-weights', ask: number, id, step, format }), following),
    async readWeights(files, following) {
      const command = (number: number) => ({ type: 'read-weights', ask: number, files }) as const
      return (await ask('weights', command, following)).weights
    },
    portForRun: () => port('run'),
    portForTape: () => port('tape'),
    onRespawn(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    dispose() {
      worker?.terminate()
      worker = null
    },
  }
}

/** For tests and for the curious: `yes`, `starting`, or why not. */
function observe(root: Element, { problem, kept }: KeeperState): void {
  const keeping = problem === null ? 'yes' : problem === 'starting' ? problem : problem.code
  root.setAttribute('data-keeping', keeping)
  if (kept) root.setAttribute('data-kept-step', String(kept.step))
}

/**
 * Asks the browser to keep what is stored even when the device runs short of room. Some browsers ask the visitor, so it waits until
 * somebody names a run or brings one along: then the question makes sense.
 */
function persistOnce(): () => void {
  let isAsked = false
  return () => {
    // The types promise `storage`; over plain http there is none.
    const storage: StorageManager | undefined = globalThis.navigator?.storage
    if (!isAsked) storage?.persist?.().catch(() => {})
    isAsked = true
  }
}
