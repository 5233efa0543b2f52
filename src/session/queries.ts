/** Questions to the worker that are answered once, told apart by their numbers. */

export type Queries<Answer> = {
  /** Rejects at once where nobody can answer. */
  ask(canAnswer: boolean, send: (id: number) => void): Promise<Answer>
  resolve(id: number, answer: Answer): void
  /** Nobody will answer any more. */
  rejectAll(reason: string): void
}

export function createQueries<Answer>(): Queries<Answer> {
  const awaited = new Map<number, { resolve(answer: Answer): void; reject(reason: Error): void }>()
  let nextId = 1
  return {
    ask: (canAnswer, send) =>
      new Promise((resolve, reject) => {
        if (!canAnswer) {
          reject(new Error('The worker is not running.'))
          return
        }
        const id = nextId++
        awaited.set(id, { resolve, reject })
        send(id)
      }),
    resolve(id, answer) {
      awaited.get(id)?.resolve(answer)
      awaited.delete(id)
    },
    rejectAll(reason) {
      for (const { reject } of awaited.values()) reject(new Error(reason))
      awaited.clear()
    },
  }
}
