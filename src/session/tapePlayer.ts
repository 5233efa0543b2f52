/** The page's side of the tape's worker: pictures of kept networks, in lanes that are frames like those of the run. */
import type { TapeReport } from '../protocol/tape.ts'
import type { TapeWorker } from './spawn.ts'
import { createDigitImages } from './tapeDigits.ts'
import { createTapeLane, type LaneOptions, type TapeLane } from './tapeLane.ts'

export type TapePlayerOptions = {
  readonly spawn: () => TapeWorker
  /** A new port to the keeper, whose other end it has (`connect`, to the tape): asked for with each new worker. */
  readonly keeperPort: () => MessagePort
  readonly requestDigits: Parameters<typeof createDigitImages>[0]
  readonly beforeNextPaint: LaneOptions['beforeNextPaint']
}

export type TapePlayer = {
  /** One more picture, independent of the others: the first is the page's own, comparisons take more. */
  openLane(digit: LaneOptions['digit']): TapeLane
  /** Another set of digits is in use. */
  digitsChanged(): void
  /** Another keeper took the place of one that died: what it was asked for will not come. */
  keeperChanged(): void
  /** Ends the worker; all lanes are dead. */
  dispose(): void
}

/** Without a wish for this long the worker ends, and its memory (up to about 150 MB) is free; the next wish starts it again. */
export const idleMs = 120_000

/** The worker starts with the first wish. */
export function createTapePlayer(options: TapePlayerOptions): TapePlayer {
  const { spawn, keeperPort, requestDigits, beforeNextPaint } = options
  const images = createDigitImages(requestDigits)
  const lanes = new Map<number, ReturnType<typeof createTapeLane>>()
  let worker: TapeWorker | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function end() {
    clearTimeout(timer)
    worker?.terminate()
    worker = null
  }

  function endSoon() {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if ([...lanes.values()].some(({ isWaiting }) => isWaiting())) endSoon()
      else end()
    }, idleMs)
  }

  function died(reason: string) {
    end()
    for (const { fail } of lanes.values()) fail(reason)
  }

  function receive(report: TapeReport) {
    switch (report.type) {
      case 'opened':
        break
      case 'shown':
        lanes.get(report.lane)?.receive(report)
        break
      case 'not-shown':
        lanes.get(report.lane)?.refuse(report)
        break
      default:
        report satisfies never
    }
  }

  function started(): TapeWorker {
    if (worker) return worker
    const made = spawn()
    worker = made
    made.onmessage = ({ data }) => receive(data)
    made.onerror = (event) => died(event.message || 'error')
    made.onmessageerror = () => died('messageerror')
    const keeper = keeperPort()
    made.postMessage({ type: 'open', keeper }, [keeper])
    return made
  }

  return {
    openLane(digit) {
      let lane = 0
      while (lanes.has(lane)) lane++
      const opened = createTapeLane({
        digit,
        images,
        beforeNextPaint,
        send(show, transfer) {
          endSoon()
          try {
            started().postMessage({ type: 'show', lane, ...show }, transfer)
          } catch (error) {
            died(String(error))
          }
        },
        closed() {
          lanes.delete(lane)
          worker?.postMessage({ type: 'forget', lane }, [])
        },
      })
      lanes.set(lane, opened)
      return opened.lane
    },
    digitsChanged() {
      images.forget()
      for (const { renew } of lanes.values()) renew()
    },
    keeperChanged() {
      if (worker) died('another keeper')
    },
    dispose() {
      for (const { lane } of [...lanes.values()]) lane.close()
      end()
    },
  }
}
