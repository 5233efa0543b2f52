/** Commands in, reports out: the worker's work on one run. Nothing here knows tfjs or a browser. */
import { fingerprintOf } from '../data/fingerprint.ts'
import { type Dataset, describeDataset } from '../data/sets.ts'
import type { WorkKind } from '../protocol/busy.ts'
import type { DataMark } from '../protocol/keep.ts'
import type { Command } from '../protocol/messages.ts'
import { createBusyMeter } from './busy.ts'
import { createFrameLane } from './frameLane.ts'
import { createHand, type HandRested } from './hand.ts'
import { createKeeping } from './keeping.ts'
import { createLoading, type DigitsLoaded } from './loading.ts'
import { createMailbox, type Job, runLoop } from './loop.ts'
import { createRest } from './rest.ts'
import { createRun } from './run.ts'
import { createSlowMotion } from './slowMotion.ts'
import { createStudies } from './studies.ts'
import type { WorkshopTools } from './tools.ts'
import { digitsFor } from './wall.ts'

export type Workshop = {
  readonly receive: (command: Command) => void
  /** Works until something throws that nobody expected. */
  readonly work: () => Promise<never>
}

type Message = Command | DigitsLoaded | HandRested | { readonly type: 'keeper-answered' }
const keepRestMs = 500
/** Longer than two movements are apart, even where a busy machine follows a hand ten times a second only. */
const penRestMs = 100
/** Longer than what the page tells of a hand on the tape can be held up by a step of one thread, or a slice of an evaluation. */
const tapeRestMs = 500

type LoadCommand = Extract<Command, { type: 'load-data' | 'cancel-load' }>

export function createWorkshop(given: WorkshopTools): Workshop {
  const mailbox = createMailbox<Message>()
  const keeping = createKeeping(given.post, () => mailbox.put({ type: 'keeper-answered' }))
  // All that is reported passes the keeping, which writes along.
  const tools = { ...given, post: keeping.post }
  const { post, nowMs } = tools
  const frames = createFrameLane(tools)
  const slowMotion = createSlowMotion(tools)
  const run = createRun(tools, { slowMotion, keeping, weightsChanged: frames.weightsChanged })
  /** When nothing is left to do, what the last steps brought is kept: not at once, for another single step may follow. */
  const rest = createRest(keepRestMs, () => mailbox.put({ type: 'keep' }))
  const loading = createLoading(tools, (loaded) => mailbox.put(loaded))
  const rested = (message: HandRested) => mailbox.put(message)
  /** While it moves, no step of the training begins: what is drawn goes through the network first, at full speed. */
  const pen = createHand({ restMs: penRestMs, rested })
  /** While it moves, the training leaves the page a core. */
  const onTape = createHand({ restMs: tapeRestMs, rested })
  const studies = createStudies(tools)
  const meter = createBusyMeter({ nowMs, post, threadsBusyMs: run.threadsBusyMs })

  /**
   * Loading goes on beside all other work and does not wait for it; what is loaded comes through the mailbox. Only where
   * backends are measured first, loading would be measured with them: there it waits its turn.
   */
  let loadsBeside = false

  function load(command: LoadCommand) {
    if (command.type === 'load-data') loading.load(command.request)
    else loading.cancel()
  }

  async function handle(command: Message): Promise<void> {
    meter.resume()
    switch (command.type) {
      case 'open':
        await run.open(command.settings, command.remembered)
        loadsBeside = true
        break
      case 'load-data':
      case 'cancel-load':
        load(command)
        break
      case 'digits-loaded': {
        const { request, dataset, passedOver } = command
        const mark = markOf(dataset)
        post({ type: 'loaded', request, info: describeDataset(dataset), mark, passedOver })
        await run.takeDigits(dataset.splits, mark)
        break
      }
      case 'train':
        run.train()
        break
      case 'one-step':
        run.oneStep()
        break
      case 'slow-step':
        run.slowStep(command.place)
        break
      case 'slow-look':
        slowMotion.lookAt(command.place)
        break
      case 'check-slope':
        slowMotion.check(command.weight)
        break
      case 'pause':
        run.pause()
        break
      case 'start-over':
        await run.begin(command.settings, command.weights ?? null)
        break
      case 'keep-with':
        keeping.connect(command.port)
        break
      case 'keep':
        run.keep()
        break
      case 'keeper-answered':
        break
      case 'continue':
        await run.continueWith(command.from)
        break
      case 'use-backend':
        await run.moveTo({ backend: command.backend, gentle: command.gentle })
        break
      case 'limit-steps':
        run.limitSteps(command.stepLimit)
        break
      case 'watch':
        frames.watch(command)
        if (command.digit.from === 'drawing') pen.moved()
        break
      case 'give-way':
        onTape.moved()
        run.giveWay(true)
        break
      case 'hand-rested':
        run.giveWay(onTape.isMoving())
        break
      case 'want-frame':
        frames.want(command.spent)
        break
      case 'want-digits': {
        const answer = digitsFor(command, run.digits()?.[command.split] ?? null)
        const { imagesNHW, labels, indices } = answer
        post(answer, [imagesNHW.buffer, labels.buffer, indices.buffer] as ArrayBuffer[])
        break
      }
      case 'evaluate':
        run.demandEvaluation()
        break
      case 'cancel-evaluation':
        run.cancelEvaluation()
        // Finished by this, it must not run on by itself when the limit is raised.
        if (!run.isUpdateDue()) run.pause()
        break
      case 'want-averages':
        studies.wantAverages(command.id)
        break
      case 'compare':
        studies.compare(command)
        break
      default:
        command satisfies never
    }
    run.report()
  }

  const sendFrame: Job = {
    isDue: () => run.hasNetwork() && frames.isDue(run.digits(), run.isTraining()),
    work: () => run.attempt(() => frames.send(run.digits(), run)),
  }

  const showSlowly: Job = {
    isDue: () => run.hasNetwork() && slowMotion.isShowDue(),
    work: () => run.attempt(() => slowMotion.show(run.perform)),
  }

  const evaluate: Job = {
    isDue: () => !pen.isMoving() && run.isEvaluationDue(),
    work: async () => {
      await run.evaluateSlice()
      run.report()
    },
  }

  const record: Job = {
    isDue: () => !pen.isMoving() && run.isRecordingDue(),
    work: async () => {
      await run.recordSlice()
      run.report()
    },
  }

  const save: Job = {
    isDue: run.isSaveDue,
    work: run.save,
  }

  const moment = () => ({ step: run.step(), isTraining: run.isUpdateDue() })
  const study: Job = {
    isDue: () => studies.isDue(run.digits(), moment()),
    work: async () => {
      const splits = run.digits()
      if (splits !== null) studies.slice(splits, moment())
    },
  }

  const checkSlope: Job = {
    isDue: () => slowMotion.isCheckDue(moment()),
    work: async () => slowMotion.checkSlice(moment()),
  }

  const update: Job = {
    isDue: () => !pen.isMoving() && run.isUpdateDue(),
    work: async () => {
      await run.update()
      run.report()
    },
  }

  const metered = (kind: WorkKind, { isDue, work }: Job): Job => ({
    isDue,
    work: () => meter.during(kind, work),
  })

  return {
    receive(command) {
      if (command.type === 'open') loadsBeside = command.remembered !== null
      if (loadsBeside && isLoading(command)) load(command)
      else mailbox.put(command)
    },
    work: () =>
      runLoop({
        mailbox,
        handle,
        jobs: [
          metered('frames', sendFrame),
          metered('studies', showSlowly),
          metered('recording', save),
          metered('recording', record),
          metered('evaluations', evaluate),
          metered('studies', study),
          metered('studies', checkSlope),
          metered('updates', update),
        ],
        turn: tools.turn,
        settle: run.settle,
        idle() {
          run.reportAll()
          if (run.isUnkept()) rest.begin()
          meter.rest()
        },
      }),
  }
}

function isLoading(command: Command): command is LoadCommand {
  return command.type === 'load-data' || command.type === 'cancel-load'
}

function markOf({ source, splits: { train, test } }: Dataset): DataMark {
  return { source, fingerprint: fingerprintOf(train), train: train.labels.length, test: test.labels.length }
}
