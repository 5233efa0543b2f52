/** A hand that draws in the page, paused and while it trains: from the movement of the pen to the painted frame. */
import { median, runState, waitForRun, withPage, withServer } from './lib.mjs'

export const title = 'Drawing'

export async function measure({ seconds = 6 } = {}) {
  return withServer((address) =>
    withPage(async (page) => {
      await page.addInitScript(watchFrames)
      await page.goto(`${address}#/en/your-digit?backend=wasm&seed=1`)
      await waitForRun(page, ({ status }) => status === 'ready', { timeoutMs: 120_000 })
      await page.waitForTimeout(8000)
      const rows = [{ run: 'paused', ...(await draw(page, seconds)) }]
      await page.getByRole('button', { name: 'Start training' }).click()
      await waitForRun(page, ({ step }) => Number(step) >= 20, { timeoutMs: 60_000 })
      rows.push({ run: 'training', ...(await draw(page, seconds)) })
      return { rows }
    }),
  )
}

/** A spiral that grows all the time, so that every picture is another one: sixty movements a second, without lifting the pen. */
async function draw(page, seconds) {
  const clear = page.getByRole('button', { name: 'Clear', exact: true })
  if (await clear.isEnabled()) await clear.click()
  const box = await page.getByRole('application').boundingBox()
  const place = (ms) => {
    const radius = 0.05 + 0.4 * Math.min(1, ms / 1000 / seconds)
    return [
      box.x + box.width * (0.5 + radius * Math.cos(ms / 400)),
      box.y + box.height * (0.5 + radius * Math.sin(ms / 400)),
    ]
  }
  const step = async () => Number((await runState(page)).step)
  await page.mouse.move(...place(0))
  await page.mouse.down()
  await page.evaluate(() => window.drawing.restart())
  const stepBefore = await step()
  const startMs = performance.now()
  let movements = 0
  while (performance.now() - startMs < seconds * 1000) {
    await page.mouse.move(...place(performance.now() - startMs))
    movements++
    const nextMs = startMs + (movements * 1000) / 60
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, nextMs - performance.now())))
  }
  const { waits, frames } = await page.evaluate(() => window.drawing.end())
  const took = (performance.now() - startMs) / 1000
  const steps = (await step()) - stepBefore
  await page.mouse.up()
  const sorted = [...waits].sort((one, other) => one - other)
  const at = (share) => Number(sorted[Math.floor(share * (sorted.length - 1))]?.toFixed(1))
  return {
    movementsPerSecond: Number((movements / took).toFixed(1)),
    framesPerSecond: Number((frames / took).toFixed(1)),
    penToFrameMs: Number(median(waits).toFixed(1)),
    penToFrameMs95: at(0.95),
    penToFrameMsMost: at(1),
    stepsMeanwhile: steps,
  }
}

/** Runs in the page before it: notes when the pen moved, and when the frame with this drawing was painted. */
function watchFrames() {
  let movedMs = 0
  let waits = []
  let frames = 0
  const sent = new Map()
  const sumOf = (imageHW) => imageHW.reduce((sum, ink, pixel) => sum + ink * (pixel + 1), 0)
  addEventListener('pointermove', ({ timeStamp }) => (movedMs = timeStamp), { capture: true })
  const Original = Worker
  window.Worker = class extends Original {
    constructor(address, options) {
      super(address, options)
      this.addEventListener('message', ({ data }) => {
        if (data?.type !== 'frame' || data.digit.from !== 'drawing') return
        const drawnMs = sent.get(sumOf(data.digit.imageHW))
        // The page paints in the same animation frame; a message is handled when all of it is done.
        requestAnimationFrame(() => {
          frames++
          if (drawnMs === undefined) return
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => {
            waits.push(performance.now() - drawnMs)
            port1.close()
          }
          port2.postMessage(null)
        })
      })
    }
    postMessage(command, transfer) {
      if (command?.type === 'watch' && command.digit.from === 'drawing') {
        sent.set(sumOf(command.digit.imageHW), movedMs)
      }
      super.postMessage(command, transfer)
    }
  }
  window.drawing = {
    restart() {
      waits = []
      frames = 0
      sent.clear()
    },
    end: () => ({ waits, frames }),
  }
}
