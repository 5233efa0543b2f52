/**
 * A hand on the tape: frames a second of the figure while the knob is pulled to and fro, paused and while training, in three
 * lessons; the longest gap between two frames, how often the knob itself moves, what is left of the training, and the longest task
 * of the page's main thread.
 */
import { median, runState, waitForRun, withPage, withServer } from './lib.mjs'
import { mainThreadTasks } from './page.mjs'

export const title = 'A hand on the tape'

const lessons = ['filters', 'second-convolution', 'accuracy']
const movesPerSecond = 60

export async function measure({ steps = 30, seconds = 6 } = {}) {
  const rows = []
  await withServer((address) =>
    withPage(async (page) => {
      await page.addInitScript(watchCanvases)
      await page.goto(`${address}#/en/filters?backend=wasm&seed=7`)
      await waitForRun(page, ({ status }) => status === 'ready', { timeoutMs: 120_000 })
      await page.getByRole('button', { name: 'Start training' }).click()
      await waitForRun(page, ({ step }) => Number(step) >= steps, { timeoutMs: 300_000 })
      await page.getByRole('button', { name: 'Pause' }).click()
      for (const lesson of lessons) {
        await page.evaluate((lesson) => {
          location.hash = location.hash.replace(/\/en\/[^?]*/, `/en/${lesson}`)
        }, lesson)
        await page.waitForTimeout(1500)
        rows.push({ lesson, run: 'paused', ...(await drag(page, seconds)) })
        await page.getByRole('button', { name: 'Live', exact: true }).click()
        await page.getByRole('button', { name: 'Continue training' }).click()
        const alone = await stepsPerSecond(page, () => page.waitForTimeout(seconds * 500))
        rows.push({
          lesson,
          run: 'training',
          ...(await drag(page, seconds)),
          stepsPerSecondWithoutHand: alone,
        })
        await page.getByRole('button', { name: 'Live', exact: true }).click()
        await page.getByRole('button', { name: 'Pause' }).click()
        await waitForRun(page, ({ status }) => status === 'paused', { timeoutMs: 60_000 })
      }
    }),
  )
  return { rows }
}

async function stepsPerSecond(page, meanwhile) {
  const before = await runState(page)
  const startMs = performance.now()
  await meanwhile()
  const { step } = await runState(page)
  return Number(((1000 * (step - before.step)) / (performance.now() - startMs)).toFixed(2))
}

async function drag(page, seconds) {
  const slider = page.getByRole('slider', { name: 'Tape of the run' })
  const box = await slider.boundingBox()
  const marks = await slider.locator('i').all()
  const places = (await Promise.all(marks.map((mark) => mark.boundingBox()))).map(({ x }) => x)
  const y = box.y + 9
  const toAndFro = () => moveToAndFro(page, { places, y, seconds })
  await page.mouse.move(box.x, y)
  await page.mouse.down()
  // The worker of the tape starts with the first wish: that is measured by `tape`, not here.
  await page.mouse.move(places[1], y)
  await page.waitForFunction(() => window.framesOfTape().length > 0, null, { timeout: 60_000 })
  await page.waitForTimeout(500)
  await page.evaluate(() => [window.framesOfTape(), window.movesOfKnob()])
  const stepsTrainedPerSecond = await stepsPerSecond(page, toAndFro)
  const times = await page.evaluate(() => window.framesOfTape())
  const moves = await page.evaluate(() => window.movesOfKnob())
  // Tracing costs time itself, so it has seconds of its own.
  const tasks = await mainThreadTasks(page.context().browser(), page, toAndFro)
  await page.mouse.up()
  const gaps = times.slice(1).map((time, i) => time - times[i])
  return {
    framesPerSecond: Number((times.length / seconds).toFixed(1)),
    medianGapMs: Number(median(gaps).toFixed(1)),
    longestGapMs: Math.round(Math.max(...gaps)),
    knobMovesPerSecond: Number((moves / seconds).toFixed(1)),
    longestTaskMs: tasks.longestTaskMs,
    longestTaskOnProcessorMs: tasks.longestTaskOnProcessorMs,
    tasksOver50Ms: tasks.tasksOver50Ms,
    stepsTrainedPerSecond,
  }
}

/**
 * Pulls the knob to and fro over the kept steps, one further with each movement: the most that can be asked of the tape. A hand does
 * not wait for the page: waiting for each movement to be answered would make it as slow as what is measured.
 */
async function moveToAndFro(page, { places, y, seconds }) {
  const start = performance.now()
  let moving
  for (let move = 0; performance.now() - start < seconds * 1000; move++) {
    const turn = move % (2 * places.length - 2)
    moving = page.mouse.move(places[turn < places.length ? turn : 2 * places.length - 2 - turn], y)
    const next = start + ((move + 1) * 1000) / movesPerSecond
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - performance.now())))
  }
  await moving
}

/** Notes when the pictures show another step, and how often the knob moves. Asks for no animation frames of its own. */
function watchCanvases() {
  const times = []
  let moves = 0
  new MutationObserver((changes) => {
    if (!document.documentElement.hasAttribute('data-shown-step')) return
    if (changes.some(({ attributeName }) => attributeName === 'data-frame-step'))
      times.push(performance.now())
    if (changes.some(({ attributeName }) => attributeName === 'aria-valuenow')) moves++
  }).observe(document, {
    subtree: true,
    attributes: true,
    attributeFilter: ['data-frame-step', 'aria-valuenow'],
  })
  window.framesOfTape = () => times.splice(0)
  window.movesOfKnob = () => {
    const count = moves
    moves = 0
    return count
  }
}
