/** Convolutions of stride 1 and their gradients, channels last, as jobs. Shapes: x [n, h, w, c], filter [u, v, c, o]. */
import type { Engine } from './engine.ts'

export type Convolution = {
  readonly images: number
  readonly height: number
  readonly width: number
  readonly channels: number
  readonly filterHeight: number
  readonly filterWidth: number
  readonly outputs: number
  readonly pad: {
    readonly top: number
    readonly bottom: number
    readonly left: number
    readonly right: number
  }
}

/** What happens to a map before it is written; addresses, 0 for none. With `winners` it is pooled 2 × 2. */
export type Finish = { readonly bias: number; readonly isRectified: boolean; readonly winners: number }

const plain: Finish = { bias: 0, isRectified: false, winners: 0 }
const floatBytes = 4
/** Items into which a filter's gradient is cut: enough to share them out evenly. */
const gradientGroups = 24

/** y [n, h', w', o] = x ∗ filter (+ bias, ReLU, pooling). All but the shape are addresses. */
export function convolve(
  engine: Engine,
  shape: Convolution,
  { x, filter, y }: { readonly x: number; readonly filter: number; readonly y: number },
  finish: Finish = plain,
): void {
  const { filterHeight, filterWidth, channels, outputs } = shape
  const steps = filterHeight * filterWidth * channels
  engine.borrow([panelBytes(steps, outputs)], (panels) => {
    engine.run('packFilter', panelCount(outputs), [filter, steps, outputs, panels!])
    convolvePanels(engine, shape, { x, panels: panels!, y }, finish)
  })
}

/** As `convolve`, with fewer multiplications where the shape allows: the same up to rounding, but no plain sums. */
export function convolveFast(
  engine: Engine,
  shape: Convolution,
  addresses: { readonly x: number; readonly filter: number; readonly y: number },
  finish: Finish = plain,
): void {
  if (isWinograd(shape)) {
    const { channels, outputs } = shape
    const order = { place: channels * outputs, step: outputs, column: 1 }
    winograd(engine, shape, { ...addresses, order }, finish)
  } else convolve(engine, shape, addresses, finish)
}

/** dx [n, h, w, c] from dy [n, h', w', o]: dy, padded, convolved with the filter rotated by 180°. */
export function inputGradient(
  engine: Engine,
  shape: Convolution,
  { dy, filter, dx }: { readonly dy: number; readonly filter: number; readonly dx: number },
): void {
  const { filterHeight, filterWidth, channels, outputs, pad } = shape
  const { height, width } = outputSize(shape)
  const places = filterHeight * filterWidth
  const back: Convolution = {
    ...shape,
    ...{ height, width, channels: outputs, outputs: channels },
    pad: {
      top: filterHeight - 1 - pad.top,
      bottom: filterHeight - 1 - pad.bottom,
      left: filterWidth - 1 - pad.left,
      right: filterWidth - 1 - pad.right,
    },
  }
  if (isWinograd(back)) {
    const last = filter + (places - 1) * channels * outputs * floatBytes
    const order = { place: -channels * outputs, step: 1, column: outputs }
    winograd(engine, back, { x: dy, filter: last, y: dx, order }, plain)
    return
  }
  engine.borrow([panelBytes(places * outputs, channels)], (panels) => {
    engine.run('packRotated', panelCount(channels), [filter, places, channels, outputs, panels!])
    convolvePanels(engine, back, { x: dy, panels: panels!, y: dx }, plain)
  })
}

/** dw [u, v, c, o] from x and dy. */
export function filterGradient(
  engine: Engine,
  shape: Convolution,
  { x, dy, dw }: { readonly x: number; readonly dy: number; readonly dw: number },
): void {
  const { images, channels, filterHeight, filterWidth, outputs } = shape
  const size = outputSize(shape)
  const positions = size.height * size.width
  const tiles = Math.ceil((filterHeight * filterWidth * channels) / 6)
  const groupTiles = Math.ceil(tiles / gradientGroups)
  const scratchBytes = engine.kernels.filterGradientScratchBytes(positions, outputs, groupTiles)
  withPadding(engine, shape, x, (padded, paddedHeight, paddedWidth) => {
    engine.borrow([images * panelBytes(positions, outputs)], (panels) => {
      engine.run('packGradient', images, [dy, positions, outputs, panels!])
      const window = [padded, images, paddedHeight, paddedWidth, channels, filterHeight, filterWidth]
      const target = [panels!, outputs, dw, groupTiles]
      engine.run('filterGradient', Math.ceil(tiles / groupTiles), [...window, ...target], { scratchBytes })
    })
  })
}

/** Whether the convolution is one of those that assembly/winograd.ts is written for, and large enough to gain by it. */
function isWinograd(shape: Convolution): boolean {
  const { height, width } = outputSize(shape)
  const { filterHeight, filterWidth, channels, outputs } = shape
  const isFive = filterHeight === 5 && filterWidth === 5
  return isFive && height % 2 === 0 && width % 2 === 0 && channels % 8 === 0 && outputs % 8 === 0
}

/** `order`: distances in the filter, in values, from place to place, from step (input) to step, from column to column. */
type FilterOrder = { readonly place: number; readonly step: number; readonly column: number }
type WinogradAddresses = {
  readonly x: number
  readonly filter: number
  readonly y: number
  readonly order: FilterOrder
}

function winograd(
  engine: Engine,
  shape: Convolution,
  { x, filter, y, order }: WinogradAddresses,
  { bias, isRectified, winners }: Finish,
): void {
  const { images, channels, outputs } = shape
  const { height, width } = outputSize(shape)
  const { kernels } = engine
  const items = Math.ceil((images * height * width) / 4 / kernels.winogradTiles.value)
  const scratchBytes = kernels.winogradScratchBytes(channels, outputs)
  engine.borrow([36 * panelBytes(channels, outputs)], (panels) => {
    const distances = [order.place, order.step, order.column].map((values) => values * floatBytes)
    engine.run('winogradFilter', panelCount(outputs), [filter, ...distances, channels, outputs, panels!], {
      scratchBytes,
    })
    withPadding(engine, shape, x, (padded, paddedHeight, paddedWidth) => {
      const source = [padded, images, paddedHeight, paddedWidth, channels, panels!, outputs]
      engine.run('winograd', items, [...source, bias, isRectified ? 1 : 0, y, winners], { scratchBytes })
    })
  })
}

function convolvePanels(
  engine: Engine,
  shape: Convolution,
  { x, panels, y }: { readonly x: number; readonly panels: number; readonly y: number },
  { bias, isRectified, winners }: Finish,
): void {
  const { images, channels, filterHeight, filterWidth, outputs } = shape
  const { height, width } = outputSize(shape)
  const steps = filterHeight * filterWidth * channels
  const scratchBytes = engine.kernels.convolutionScratchBytes(height * width, steps, outputs)
  withPadding(engine, shape, x, (padded, paddedHeight, paddedWidth) => {
    const window = [padded, paddedHeight, paddedWidth, channels, filterHeight, filterWidth]
    const target = [panels, outputs, bias, isRectified ? 1 : 0, y, winners]
    engine.run('convolve', images, [...window, ...target], { scratchBytes })
  })
}

function withPadding(
  engine: Engine,
  { images, height, width, channels, pad }: Convolution,
  x: number,
  use: (padded: number, paddedHeight: number, paddedWidth: number) => void,
): void {
  const paddedHeight = height + pad.top + pad.bottom
  const paddedWidth = width + pad.left + pad.right
  if (paddedHeight === height && paddedWidth === width) {
    use(x, height, width)
    return
  }
  engine.borrow([images * paddedHeight * paddedWidth * channels * floatBytes], (padded) => {
    const sizes = [height, width, channels, padded!, paddedHeight, paddedWidth]
    engine.run('pad', images, [x, ...sizes, pad.top, pad.left])
    use(padded!, paddedHeight, paddedWidth)
  })
}

function outputSize({ height, width, filterHeight, filterWidth, pad }: Convolution) {
  return {
    height: height + pad.top + pad.bottom - filterHeight + 1,
    width: width + pad.left + pad.right - filterWidth + 1,
  }
}

function panelCount(columns: number): number {
  return Math.ceil(columns / 8)
}

function panelBytes(steps: number, columns: number): number {
  return steps * panelCount(columns) * 8 * floatBytes
}
