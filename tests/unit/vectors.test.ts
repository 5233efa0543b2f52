/** Pictures are saved as SVG by the painters that paint them on the screen: what they use, SVG must know. */
import { expect, test } from 'vitest'
import { createSvgContext, type SvgTools } from '../../src/paint/svgContext.ts'
import { readSources } from './sources.ts'

/** `ui/drawings.ts` paints what is SVG already. Not of painting: reading pixels back, and erasing, for which pictures come as pixels. */
const notPainting = ['getImageData', 'isContextLost', 'globalCompositeOperation']

test('SVG knows every operation of a canvas that our painters use', () => {
  const tools: Partial<SvgTools> = { pngOf: () => '', prefix: '' }
  const { context } = createSvgContext(tools as SvgTools) // Nothing is painted.
  const painters = readSources().filter(
    ({ path }) =>
      /^(paint|ui|figures|lessons|app)\/.*\.tsx?$/.test(path) &&
      !path.includes('.test.') &&
      path !== 'ui/drawings.ts',
  )
  const unknown = painters.flatMap(({ path, text }) =>
    [...text.matchAll(/\bcontext\??\.(\w+)/g)]
      .map(([, name]) => name)
      .filter((name) => !(name in context) && !notPainting.includes(name))
      .map((name) => `${path}: ${name}`),
  )
  expect(unknown).toEqual([])
})
