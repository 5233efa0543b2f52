import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import { textOf } from '../../../tests/fixtures/eventFiles.ts'
import { exported, mapTags, scopes, series, someCommand, splits } from '../../../tests/fixtures/exported.ts'
import type { PicturedTap, RecordedPictures } from '../../protocol/record.ts'

const command = someCommand()
const { record } = command
const summarised = [0, 100, 200, 250]
const { events } = await exported(command)

test.each(splits)('the ten digits of %s are ten images with the recorded bytes', (split) => {
  const values = series(events[split], 'input/preprocess')
  expect(values.map(({ step }) => step)).toEqual(summarised)
  values.forEach(({ tensor }, place) => {
    const [width, height, ...pngs] = tensor.string_val
    expect([textOf(width), textOf(height)]).toEqual(['28', '28'])
    expect(pngs).toHaveLength(10)
    const grey = pngs.flatMap((png) => pixelsOf(png).map(([value]) => value))
    expect(grey).toEqual([...record.summaries[place]![split].digits.bytes])
  })
})

test.each(splits)('every map and every filter of %s is on its sheet, pixel by pixel', (split) => {
  const sheets = [
    ...Object.entries(mapTags).map(([tap, tag]) => ({
      tag,
      of: (place: number) => record.summaries[place]![split].maps[tap as PicturedTap],
    })),
    ...(['conv1/weights', 'conv2/weights'] as const).map((name) => ({
      tag: `${scopes[name]}/filter`,
      of: (place: number) => record.summaries[place]!.filters[name],
    })),
  ]
  for (const { tag, of } of sheets) {
    const values = series(events[split], tag)
    expect(values.map(({ step }) => step)).toEqual(summarised)
    for (const [place, { tensor }] of values.entries()) expectSheet(tensor.string_val, of(place))
  }
})

function expectSheet(strings: readonly Uint8Array[], { shape, bytes, tap }: RecordedPictures) {
  const [width, height, png, ...more] = strings
  expect(more).toEqual([])
  const pixels = pixelsOf(png!)
  const [sheetWidth, sheetHeight] = [Number(textOf(width)), Number(textOf(height))]
  expect(pixels).toHaveLength(sheetWidth * sheetHeight)
  const [h = 0, w = 0, ...planes] = shape
  const isSlices = tap === 'conv2/weights'
  let seen = 0
  for (let plane = 0; plane < planes.reduce((product, size) => product * size, 1); plane++) {
    // Written out once more, by what the sheet promises: 64 rows of 32 slices, or eight in a row.
    const [row, column] = isSlices ? [Math.floor(plane / 32), plane % 32] : [Math.floor(plane / 8), plane % 8]
    const channel = isSlices ? column * 64 + row : plane
    for (let y = 0; y < h; y++) {
      for (let x = 0; x < w; x++) {
        const [grey, alpha] = pixels[(row * (h + 1) + y) * sheetWidth + column * (w + 1) + x]!
        const recorded = bytes[(y * w + x) * (bytes.length / (h * w)) + channel]
        if (grey !== recorded || alpha !== 255) throw new Error(`${tap}, plane ${plane}, ${y}, ${x}`)
        seen++
      }
    }
  }
  expect(seen).toBe(bytes.length)
  // What is between them is seen through.
  expect(pixels.filter(([, alpha]) => alpha === 255)).toHaveLength(bytes.length)
}

/** Grey and alpha. */
function pixelsOf(png: Uint8Array): [number, number][] {
  const { data } = PNG.sync.read(Buffer.from(png), { checkCRC: true })
  return Array.from({ length: data.length / 4 }, (_, at) => [data[at * 4]!, data[at * 4 + 3]!])
}
