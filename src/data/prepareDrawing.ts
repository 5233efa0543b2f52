/**
 * A drawn digit made into what the network has learned to read: as NIST's scans became MNIST, the ink is cut out,
 * scaled to fit 20 × 20 pixels with its proportions kept, and moved so that its centre of mass is in the middle of
 * 28 × 28. (Y. LeCun, C. Cortes, C. Burges, "The MNIST database of handwritten digits".)
 */

/** A grey picture: `inkHW[y * width + x]`, 0 paper … 1 ink. */
export type Grey = { readonly inkHW: Float32Array; readonly width: number; readonly height: number }

export type PreparedDrawing = {
  /** 28 × 28, 0 … 1: what the network sees. */
  readonly imageHW: Float32Array
  /** The ink's bounding box, cut out of the drawing. */
  readonly crop: Grey
  /** The crop with its longer side scaled to 20 pixels. */
  readonly scaled: Grey
  /** The scaled ink in the 28 × 28 picture. */
  readonly centred: Grey
}

export const preparedSide = 28
export const inkBoxSide = 20

/** Ink weaker than this is paper: the last faint pixels of an antialiased edge must not widen the box. */
const faintestInk = 0.1

/** `drawing.inkHW` are bytes, 0 paper … 255 ink. Null for a drawing without ink. */
export function prepareDrawing(drawing: {
  readonly inkHW: Uint8ClampedArray | Uint8Array
  readonly width: number
  readonly height: number
}): PreparedDrawing | null {
  const { width, height } = drawing
  return prepareGrey({ inkHW: Float32Array.from(drawing.inkHW, (byte) => byte / 255), width, height })
}

/** The same for ink in 0 … 1. */
export function prepareGrey(grey: Grey): PreparedDrawing | null {
  const crop = cropToInk(grey)
  if (!crop) return null
  const scaled = darken(scaleToBox(crop, inkBoxSide))
  const centred = centreByMass(scaled, preparedSide)
  return { imageHW: centred.inkHW, crop, scaled, centred }
}

/** The smallest box that holds all ink; null where there is none. */
export function cropToInk({ inkHW, width, height }: Grey): Grey | null {
  let left = width
  let right = -1
  let top = height
  let bottom = -1
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (inkHW[y * width + x]! < faintestInk) continue
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      bottom = y
    }
  }
  if (right < 0) return null
  const cropWidth = right - left + 1
  const cropHeight = bottom - top + 1
  const crop = new Float32Array(cropWidth * cropHeight)
  for (let y = 0; y < cropHeight; y++) {
    const start = (top + y) * width + left
    crop.set(inkHW.subarray(start, start + cropWidth), y * cropWidth)
  }
  return { inkHW: crop, width: cropWidth, height: cropHeight }
}

/** Scales so that the longer side has `side` pixels; the other follows, rounded, and has at least one. */
export function scaleToBox(grey: Grey, side: number): Grey {
  const longer = Math.max(grey.width, grey.height)
  const width = Math.max(1, Math.round((grey.width * side) / longer))
  const height = Math.max(1, Math.round((grey.height * side) / longer))
  // First the columns of every row, then the rows: averaging over a rectangle is averaging twice along a line.
  const narrow = new Float32Array(width * grey.height)
  for (let y = 0; y < grey.height; y++) {
    averageLine(grey.inkHW, { start: y * grey.width, stride: 1, length: grey.width }, narrow, {
      start: y * width,
      stride: 1,
      length: width,
    })
  }
  const inkHW = new Float32Array(width * height)
  for (let x = 0; x < width; x++) {
    averageLine(narrow, { start: x, stride: width, length: grey.height }, inkHW, {
      start: x,
      stride: width,
      length: height,
    })
  }
  return { inkHW, width, height }
}

type Line = { readonly start: number; readonly stride: number; readonly length: number }

/** Each target value is the average of the source over the interval it covers, border values by their share. */
function averageLine(source: Float32Array, from: Line, target: Float32Array, to: Line): void {
  const step = from.length / to.length
  for (let index = 0; index < to.length; index++) {
    const begin = index * step
    const end = Math.min(begin + step, from.length)
    let sum = 0
    for (let cell = Math.floor(begin); cell < end; cell++) {
      const covered = Math.min(cell + 1, end) - Math.max(cell, begin)
      sum += covered * source[from.start + cell * from.stride]!
    }
    target[to.start + index * to.stride] = sum / step
  }
}

/**
 * MNIST's strokes are black in the middle and grey only at their edges: about 37 % of all ink pixels are full, and
 * averaging alone leaves 28 %.
 */
function darken({ inkHW, width, height }: Grey): Grey {
  return { inkHW: inkHW.map((ink) => Math.min(1, 1.15 * ink)), width, height }
}

/**
 * Places the ink by whole pixels so that its centre of mass is as near as possible to pixel number `side / 2`, and
 * nothing is cut. That is half a pixel right of and below the exact middle: MNIST's digits have their mean centre of
 * mass at pixel 14.00, 14.00, counted from 0.
 */
export function centreByMass({ inkHW, width, height }: Grey, side: number): Grey {
  let mass = 0
  let sumX = 0
  let sumY = 0
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const ink = inkHW[y * width + x]!
      mass += ink
      sumX += ink * x
      sumY += ink * y
    }
  }
  const left = clamp(Math.round(side / 2 - sumX / mass), 0, side - width)
  const top = clamp(Math.round(side / 2 - sumY / mass), 0, side - height)
  const centred = new Float32Array(side * side)
  for (let y = 0; y < height; y++) {
    centred.set(inkHW.subarray(y * width, (y + 1) * width), (top + y) * side + left)
  }
  return { inkHW: centred, width: side, height: side }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
