/** A hand: strokes on the drawing area with mouse, pen and finger. */
import type { CDPSession, Locator, Page } from '@playwright/test'

/** Places on the pad, 0 … 1 across and down. */
export type Stroke = readonly (readonly [x: number, y: number])[]

async function placesOn(pad: Locator, stroke: Stroke) {
  const box = await pad.boundingBox()
  if (!box) throw new Error('The pad is not on the screen.')
  return stroke.map(([x, y]) => ({ x: box.x + x * box.width, y: box.y + y * box.height }))
}

export async function drawWithMouse(page: Page, pad: Locator, stroke: Stroke) {
  const [first, ...rest] = await placesOn(pad, stroke)
  if (!first) return
  await page.mouse.move(first.x, first.y)
  await page.mouse.down()
  for (const { x, y } of rest) await page.mouse.move(x, y)
  await page.mouse.up()
}

export async function drawWithPen(device: CDPSession, pad: Locator, stroke: Stroke) {
  const places = await placesOn(pad, stroke)
  for (const [index, place] of places.entries()) {
    await device.send('Input.dispatchMouseEvent', {
      type: index === 0 ? 'mousePressed' : 'mouseMoved',
      ...place,
      button: 'left',
      buttons: 1,
      clickCount: index === 0 ? 1 : 0,
      pointerType: 'pen',
    })
  }
  const last = places.at(-1) ?? { x: 0, y: 0 }
  await device.send('Input.dispatchMouseEvent', {
    type: 'mouseReleased',
    ...last,
    button: 'left',
    clickCount: 1,
    pointerType: 'pen',
  })
}

export async function drawWithFinger(device: CDPSession, pad: Locator, stroke: Stroke) {
  const places = await placesOn(pad, stroke)
  for (const [index, place] of places.entries()) {
    await device.send('Input.dispatchTouchEvent', {
      type: index === 0 ? 'touchStart' : 'touchMove',
      touchPoints: [place],
    })
  }
  await device.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}
