/** One thing at a time, the most urgent first: the order in which the worker does its work. */

export type Mailbox<Message> = {
  put(message: Message): void
  /** The oldest message, or undefined. */
  take(): Message | undefined
  /** Resolves when there is a message. */
  arrival(): Promise<void>
}

export function createMailbox<Message>(): Mailbox<Message> {
  const messages: Message[] = []
  let wake: (() => void) | null = null
  return {
    put(message) {
      messages.push(message)
      wake?.()
      wake = null
    },
    take: () => messages.shift(),
    arrival: () =>
      messages.length > 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            wake = resolve
          }),
  }
}

export type Job = {
  readonly isDue: () => boolean
  /** A short piece of work: nothing else happens until it is done. */
  readonly work: () => Promise<void>
}

export type LoopOptions<Message> = {
  readonly mailbox: Mailbox<Message>
  readonly handle: (message: Message) => Promise<void> | void
  /** The most urgent first. */
  readonly jobs: readonly Job[]
  /** Lets messages in that have arrived meanwhile. */
  readonly turn: () => Promise<void>
  /** Ends what a job has left under way. Only the same job, when it is due again at once, may overlap that. */
  readonly settle: () => Promise<void>
  /** Called when nothing is left to do. */
  readonly idle: () => void
}

/**
 * Messages → the first job that is due → messages → … So a pause waits for one piece of work at most, and what is
 * urgent goes before what takes long. Ends only if a handler or job throws.
 */
export async function runLoop<Message>(options: LoopOptions<Message>): Promise<never> {
  const { mailbox, handle, jobs, turn, settle, idle } = options
  const mostUrgent = () => jobs.find((job) => job.isDue())
  let last: Job | undefined
  for (;;) {
    await turn()
    for (let message = mailbox.take(); message !== undefined; message = mailbox.take()) {
      await settle()
      await handle(message)
    }
    if (mostUrgent() !== last) await settle()
    // What was settled may have made something else due.
    const due = mostUrgent()
    last = due
    if (due) {
      await due.work()
    } else {
      idle()
      await mailbox.arrival()
    }
  }
}

/**
 * Ends this turn of the event loop. Not a timer (they are slowed down to 4 ms, in hidden tabs to a second), not
 * `requestAnimationFrame` (it stops in hidden tabs): a message to oneself queues behind those that have arrived.
 */
export function createTurn(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel()
  let resume: (() => void) | null = null
  port1.onmessage = () => resume?.()
  return () =>
    new Promise((resolve) => {
      resume = resolve
      port2.postMessage(null)
    })
}
