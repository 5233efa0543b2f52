import { expect, test } from 'vitest'
import { createSvgContext, escaped } from './svgContext.ts'

/** Of its canvas the context asks the size alone; letters are half as wide as high and reach 0.7 above their line. */
function svg(width = 100, height = 50) {
  const measuring = {
    font: '',
    textBaseline: 'alphabetic' as CanvasTextBaseline,
    measureText(text: string) {
      const size = Number(/([\d.]+)px/.exec(this.font)?.[1])
      const above = this.textBaseline === 'middle' ? 0.35 : 0.7
      return { width: (text.length * size) / 2, actualBoundingBoxAscent: above * size } as TextMetrics
    },
  }
  return createSvgContext({
    canvas: { width, height } as HTMLCanvasElement,
    measuring,
    prefix: 'p',
    pngOf: (_, part) => `data:image/png;base64,${part ? Object.values(part).join('-') : 'all'}`,
  })
}

test('rectangles keep colour, opacity and width of line', () => {
  const { context, markup } = svg()
  context.fillStyle = 'rgb(194 84 10 / 1)'
  context.fillRect(1, 2, 3, 4)
  context.strokeStyle = 'rgb(0 255 16 / 0.85)'
  context.lineWidth = 2
  context.strokeRect(0.5, 0.5, 9, 9.126)
  expect(markup()).toBe(
    '<rect x="1" y="2" width="3" height="4" fill="#c2540a"/>\n' +
      '<rect x="0.5" y="0.5" width="9" height="9.13" fill="none" stroke="#00ff10" stroke-opacity="0.85" stroke-width="2"/>',
  )
})

test('a text stays a text, on the line its letters stand on', () => {
  const { context, markup } = svg()
  context.font = '700 10px "Atkinson Hyperlegible Next", sans-serif'
  context.textBaseline = 'middle'
  context.textAlign = 'center'
  context.fillStyle = '#111'
  context.fillText('a < b & "c"', 20, 10)
  // The middle lies 0.35 · 10 above the line.
  expect(markup()).toBe(
    '<text x="20" y="13.5" font-family="&quot;Atkinson Hyperlegible Next&quot;, sans-serif" font-size="10" ' +
      'font-weight="700" text-anchor="middle" xml:space="preserve" fill="#111">a &lt; b &amp; &quot;c&quot;</text>',
  )
})

test('a curve is one path, and a whole circle two halves', () => {
  const { context, markup } = svg()
  context.strokeStyle = '#000'
  context.setLineDash([4, 2])
  context.beginPath()
  context.moveTo(0, 0)
  context.lineTo(10, 5)
  context.stroke()
  context.setLineDash([])
  context.beginPath()
  context.arc(5, 5, 2, 0, 2 * Math.PI)
  context.fill()
  expect(markup()).toBe(
    '<path d="M0 0L10 5" fill="none" stroke="#000" stroke-width="1" stroke-dasharray="4 2"/>\n' +
      '<path d="M7 5A2 2 0 0 1 3 5A2 2 0 0 1 7 5" fill="#000"/>',
  )
})

test('what is moved, turned and clipped comes back after restore', () => {
  const { context, markup } = svg()
  context.fillStyle = '#000'
  context.save()
  context.beginPath()
  context.rect(0, 0, 5, 5)
  context.clip()
  context.translate(3, 4)
  context.rotate(Math.PI / 2)
  context.fillRect(0, 0, 1, 1)
  context.restore()
  context.fillRect(0, 0, 1, 1)
  expect(markup()).toBe(
    '<clipPath id="p-clip-0"><path d="M0 0h5v5h-5Z" transform="matrix(1 0 0 1 0 0)"/></clipPath>\n' +
      '<g clip-path="url(#p-clip-0)"><rect x="0" y="0" width="1" height="1" fill="#000" transform="matrix(0 1 -1 0 3 4)"/></g>\n' +
      '<rect x="0" y="0" width="1" height="1" fill="#000"/>',
  )
})

test('pixels come as a PNG that is never smoothed, also a part of them', () => {
  const { context, markup } = svg()
  context.putImageData({ width: 6, height: 4 } as ImageData, 1, 2)
  const source = { width: 10, height: 10 } as HTMLCanvasElement
  context.drawImage(source, 1, 2, 3, 4, 10, 20, 30, 40)
  const rest =
    'preserveAspectRatio="none" style="image-rendering:pixelated" xlink:href="data:image/png;base64,'
  expect(markup()).toBe(
    `<image x="1" y="2" width="6" height="4" ${rest}all"/>\n` +
      `<image x="10" y="20" width="30" height="40" ${rest}1-2-3-4"/>`,
  )
})

test('a whole picture is cleared; what has no counterpart in SVG is refused', () => {
  const { context, markup } = svg(100, 50)
  context.fillRect(0, 0, 1, 1)
  context.clearRect(0, 0, 100, 50)
  expect(markup()).toBe('')
  expect(() => context.clearRect(10, 10, 5, 5)).toThrow()
  expect(() => {
    context.globalCompositeOperation = 'destination-out'
  }).toThrow()
})

test('characters that XML cannot hold are left out', () => {
  expect(escaped('a\u0000b\u001fc\u202f−>')).toBe('abc\u202f−&gt;')
})
