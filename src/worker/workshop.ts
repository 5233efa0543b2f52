/** Commands in, reports out: the worker's work on one run. Nothing here knows tfjs or a browser. */
import { describeDataset } from '../data/sets.ts'
import type { Command } from '../protocol/messages.ts'
import { createFrameLane } from './frameLane.ts'
import { createLoading, type DigitsLoaded } from './loading.ts'
import { createMailbox, type Job, runLoop } from './loop.ts'
import { createRun } from './run.ts'
import type { WorkshopTools } from './tools.ts'
import { digitsFor } from './wall.ts'

export type Workshop = {
  readonly receive: (command: Command) => void
  /** Works until something throws that nobody expected. */
  readonly work: () => Promise<never>
}

/** What is done in the order in which it arrives. */
type Work = Exclude<Command, { type: 'load-data' | 'cancel-load' }> | DigitsLoaded

export function createWorkshop(tools: WorkshopTools): Workshop {
  const { post } = tools
  const mailbox = createMailbox<Work>()
  const frames = createFrameLane(tools)
  const run = createRun(tools, frames.weightsChanged)
  const loading = createLoading(tools, (loaded) => mailbox.put(loaded))
  const testDigits = () => run.digits()?.test ?? null

  async function handle(command: Work): Promise<void> {
    switch (command.type) {
      case 'open':
        await run.open(command.settings, command.remembered)
        break
      case 'digits-loaded': {
        const { request, dataset, passedOver } = command
        post({ type: 'loaded', request, info: describeDataset(dataset), passedOver })
        await run.takeDigits(dataset.splits)
        break
      }
      case 'train':
        run.train()
        break
      case 'one-step':
        run.oneStep()
        break
      case 'pause':
        run.pause()
        break
      case 'start-over':
        await run.begin(command.settings)
        break
      case 'use-backend':
        await run.moveTo({ backend: command.backend, gentle: command.gentle })
        break
      case 'limit-steps':
        run.limitSteps(command.stepLimit)
        break
      case 'watch':
        frames.watch(command)
        break
      case 'want-frame':
        frames.want()
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
      default:
        command satisfies never
    }
    run.report()
  }

  const sendFrame: Job = {
    isDue: () => run.hasNetwork() && frames.isDue(testDigits(), run.isTraining()),
    work: () =>
      run.attempt(() => frames.send(testDigits(), { step: run.step(), seed: run.seed() }, run.perform)),
  }

  const evaluate: Job = {
    isDue: run.isEvaluationDue,
    work: async () => {
      await run.evaluateSlice()
      run.report()
    },
  }

  const update: Job = {
    isDue: run.isUpdateDue,
    work: async () => {
      await run.update()
      run.report()
    },
  }

  return {
    receive(command) {
      // Loading goes on beside all other work and must not wait for it; what is loaded comes through the mailbox.
      if (command.type === 'load-data') loading.load(command.request)
      else if (command.type === 'cancel-load') loading.cancel()
      else mailbox.put(command)
    },
    work: () =>
      runLoop({
        mailbox,
        handle,
        jobs: [sendFrame, evaluate, update],
        turn: tools.turn,
        idle: run.reportAll,
      }),
  }
}
