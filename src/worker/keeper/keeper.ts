/** What the keeper does with what it is told: the page asks, the run's worker hands over, the tape's worker shows. */
import { networkBuffers, parameterBuffers } from '../../network/parameters.ts'
import type { ParameterValues } from '../../network/spec.ts'
import type { FromRun, KeeperCommand, KeeperReport, RunId, ToRun } from '../../protocol/keep.ts'
import { createAnnouncer } from './announcer.ts'
import { createAsks } from './asks.ts'
import { createLibrary, type LibraryTools } from './library.ts'
import { type KeeperParts, Refusal } from './parts.ts'

export type KeeperTools = Omit<LibraryTools, 'tapes' | 'changed' | 'keeping' | 'kept'> & {
  readonly post: (report: KeeperReport, transfer?: readonly Transferable[]) => void
  readonly parts: KeeperParts
  /** Other tabs of this browser: what was kept, renamed or removed in one is seen in all. */
  readonly others: { tell(): void; hear(listener: () => void): void }
}

export type Keeper = { receive(command: KeeperCommand): void }

export function createKeeper(tools: KeeperTools): Keeper {
  const { post, parts, others } = tools
  const asks = createAsks(tools)
  const tapes = parts.tapes({
    changed: (id) => post({ type: 'tape', tape: tapes.contents(id) }),
    // What cannot be read is not there: whoever asked must have an answer.
    fetch: (id) =>
      library.open(id).then(
        (run) => run !== null,
        () => false,
      ),
  })
  const announcer = createAnnouncer((runs) => post({ type: 'runs', runs }))
  const library = createLibrary({
    ...tools,
    tapes,
    changed(runs) {
      announcer.offer(runs)
      others.tell()
    },
    keeping: (problem) => post({ type: 'keeping', problem }),
    kept: (report) => post({ type: 'kept', ...report }),
  })
  others.hear(async () => announcer.offer(await library.list()))
  let fromRun: MessagePort | null = null

  /** A new worker of the run takes the place of the one before. What it hands over is taken in its order. */
  function connectRun(port: MessagePort) {
    fromRun?.close()
    fromRun = port
    let last: Promise<unknown> = Promise.resolve()
    port.onmessage = ({ data }: MessageEvent<FromRun>) => {
      last = last.then(() => take(data, port)).catch(() => {})
    }
  }

  async function take(message: FromRun, port: MessagePort) {
    const { id } = message
    switch (message.type) {
      case 'checkpoint': {
        const { step } = message.checkpoint.network
        const tookMs = await library.keep(message).catch(() => null)
        const spare = library.takeSpare()
        const answered = { id, step, spare }
        const answer: ToRun =
          tookMs === null ? { type: 'not-kept', ...answered } : { type: 'kept', ...answered, tookMs }
        port.postMessage(answer, spare ? networkBuffers(spare) : [])
        return
      }
      case 'snapshot':
        await library.adopt(id)
        tapes.add(id, message.snapshot, message)
        giveBack(message.snapshot.parameters, port)
        return
      case 'back-to':
        await library.backTo(id, message.step)
        return
      default:
        message satisfies never
    }
  }

  /** The memory of a snapshot that is on its tape. */
  function giveBack(spare: ParameterValues, port: MessagePort) {
    const answer: ToRun = { type: 'taped', spare }
    port.postMessage(answer, parameterBuffers(spare))
  }

  async function snapshotOf(id: RunId, step: number | null) {
    const run = await library.whole(id)
    if (step === null || step === run.checkpoint?.network.step) {
      if (run.checkpoint === null) throw new Refusal({ code: 'not-there' })
      return { header: run.header, snapshot: run.checkpoint.network, fc1Tolerance: 0 }
    }
    const snapshot = await tapes.snapshot(id, step)
    if (snapshot === null) throw new Refusal({ code: 'not-there' })
    return { header: run.header, snapshot, fc1Tolerance: tapes.contents(id).fc1Tolerance }
  }

  return {
    receive(command) {
      switch (command.type) {
        case 'open':
          library.start().then(async () => announcer.offer(await library.list()))
          return
        case 'connect':
          if (command.to === 'run') connectRun(command.port)
          else tapes.connect(command.port)
          return
        case 'cancel':
          asks.cancel(command.ask)
          return
        case 'list':
          asks.once(command.ask, async () => ({
            type: 'listed',
            ask: command.ask,
            runs: await library.list(),
          }))
          return
        case 'take':
          asks.once(command.ask, async () => {
            const { problem, ...kept } = await library.take(command.id)
            return { type: 'taken', ask: command.ask, kept, problem }
          })
          return
        case 'rename':
          asks.once(command.ask, async () => {
            await library.rename(command.id, command.name)
            announcer.now(await library.list())
            return { type: 'done', ask: command.ask }
          })
          return
        case 'remove':
          asks.once(command.ask, async () => {
            await library.remove(command.id)
            announcer.now(await library.list())
            return { type: 'done', ask: command.ask }
          })
          return
        case 'pack': {
          const { ask, id, canContinue } = command
          asks.answer(ask, null, {
            async *start(signal) {
              return yield* parts.files.pack(await library.whole(id), { canContinue, signal })
            },
            finish: (named) => ({ type: 'file', ask, ...named }),
          })
          return
        }
        case 'unpack': {
          const { ask, fileName } = command
          asks.answer(ask, fileName, {
            start: (signal) => parts.files.unpack(command, { signal }),
            finish: async (run) => ({
              type: 'unpacked',
              ask,
              id: await library.add(run, fileName),
              lost: run.lost,
            }),
          })
          return
        }
        case 'write-weights': {
          const { ask, id, step, format } = command
          asks.answer(ask, null, {
            async *start(signal) {
              return yield* parts.weights.write(await snapshotOf(id, step), { format, signal })
            },
            finish: (named) => ({ type: 'file', ask, ...named }),
          })
          return
        }
        case 'read-weights': {
          const { ask, files } = command
          asks.answer(ask, files[0]?.fileName ?? '', {
            start: (signal) => parts.weights.read(files, { signal }),
            finish: (weights) => ({ type: 'weights', ask, weights }),
          })
          return
        }
        default:
          command satisfies never
      }
    },
  }
}
