/** Which tab of this browser keeps its run: one at a time. */

const lockName = 'faltwerk-keeping'

export type TabTurn = {
  /** Whether this tab may write. Where another one does, this one waits from now on, and `came` is called once it may. */
  take(): Promise<boolean>
  /** Whether another tab writes. */
  isElsewhere(): Promise<boolean>
}

/**
 * Without locks – over plain http from another machine – every tab writes: each its own run under its own id, each write a
 * transaction of its own. All that can happen is that one tab makes room by removing an old unnamed run of the other.
 */
export function createTabTurn(locks: LockManager | undefined, came: () => void): TabTurn {
  let state: 'free' | 'held' | 'waiting' = 'free'
  let asked: Promise<boolean> | null = null
  if (locks === undefined) return { take: async () => true, isElsewhere: async () => false }

  /** Held until this worker ends. */
  const forever = () => new Promise<never>(() => {})

  async function wait() {
    state = 'waiting'
    await locks?.request(lockName, () => {
      state = 'held'
      came()
      return forever()
    })
  }

  function ask(): Promise<boolean> {
    return new Promise((resolve) => {
      locks
        ?.request(lockName, { ifAvailable: true }, (lock) => {
          state = lock === null ? 'free' : 'held'
          resolve(lock !== null)
          if (lock !== null) return forever()
          wait().catch(() => {})
        })
        // A browser that refuses locks is one without.
        .catch(() => {
          state = 'held'
          resolve(true)
        })
    })
  }

  return {
    async take() {
      if (state !== 'free') return state === 'held'
      // Asked a second time meanwhile, this tab would be in its own way.
      asked ??= ask()
      return await asked
    },
    async isElsewhere() {
      if (state === 'held') return false
      const { held } = await locks.query()
      return held?.some(({ name }) => name === lockName) ?? false
    },
  }
}
