/** Turns: everybody does a little work in each round, so that what slows the machine down slows everybody down. */

/** Slower ones take every third round only, and none that begins after the time they may take. */
const slowMs = 1000
const slowOnesEndMs = 12 * 60_000
const turnDeadlineMs = 150_000

/**
 * Prepares all `entries` ({ title, open }) one after the other, then lets them take turns. What fails drops out with
 * its reason, as `failed`. Resolves to the entries with `prepared`, `turns` and `finished`.
 */
export async function takeTurns(entries, { rounds, mostSteps, mostMs, say }) {
  const contenders = []
  const startMs = Date.now()
  for (const { title, open, ...rest } of entries) {
    const contender = { ...rest, title, turns: [], failed: null, handle: null, lastStepMs: 0 }
    await attempt(contender, async () => {
      contender.handle = await open()
      contender.prepared = contender.handle.prepared
      contender.lastStepMs = contender.prepared.firstStepMs ?? 0
    })
    say(`${title}: ${contender.failed ?? 'ready'}`)
    contenders.push(contender)
  }
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders) {
      const isSlow = contender.lastStepMs > slowMs
      const isLate = Date.now() - startMs > slowOnesEndMs && contender.turns.length > 0
      if (contender.failed || (isSlow && (round % 3 !== 0 || isLate))) continue
      await attempt(contender, async () => {
        const turn = await contender.handle.turn({ mostSteps: isSlow ? 1 : mostSteps, mostMs })
        contender.turns.push(turn)
        if (turn.steps) contender.lastStepMs = turn.ms / turn.steps
      })
      const last = contender.lastStepMs ? `${contender.lastStepMs.toPrecision(3)} ms per step` : ''
      say(`round ${round + 1} of ${rounds}, ${contender.title}: ${contender.failed ?? last}`)
    }
  }
  for (const contender of contenders) {
    await attempt(contender, async () => {
      contender.finished = await contender.handle.finish()
    })
    await contender.handle?.close().catch(() => {})
  }
  return contenders
}

async function attempt(contender, work) {
  if (contender.failed) return
  let timer
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${turnDeadlineMs / 1000} s`)), turnDeadlineMs)
  })
  try {
    await Promise.race([work(), late])
  } catch (error) {
    contender.failed = String(error.message ?? error).split('\n')[0]
  } finally {
    clearTimeout(timer)
  }
}

/** The `share` quantile, 0 … 1, between the two nearest numbers where it falls between them. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b)
  const place = share * (sorted.length - 1)
  const below = Math.floor(place)
  const above = Math.min(below + 1, sorted.length - 1)
  return sorted[below] + (place - below) * (sorted[above] - sorted[below])
}

/** Median and quartiles of measurements, with three digits. */
export function spread(numbers) {
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => digits(quantile(numbers, share)))
  return { median: middle, quartiles: `${low}–${high}` }
}

export function digits(number) {
  return Number(number.toPrecision(3))
}
