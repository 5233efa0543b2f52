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
  /** The smallest box around the ink, in pixels of the drawing. */
  readonly box: Box
  /** The ink in this box. */
  readonly crop: Grey
  /** What lengths were multiplied by, so that the longer side of the box has 20 pixels. */
  readonly factor: number
  readonly scaled: Grey
  /** The centre of mass of the scaled ink, pixels counted from 0. */
  readonly mass: Place
  /** Where the scaled ink begins in the 28 × 28 picture. */
  readonly shift: Place
}

export type Box = {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}
export type Place = { readonly x: number; readonly y: number }

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
  const box = boxOfInk(grey)
  if (!box) return null
  const crop = cut(grey, box)
  const scaled = darken(scaleToBox(crop, inkBoxSide))
  const mass = centreOfMass(scaled)
  const shift = shiftToMiddle(scaled, mass, preparedSide)
  const factor = inkBoxSide / Math.max(box.width, box.height)
  return { imageHW: placed(scaled, shift, preparedSide), box, crop, factor, scaled, mass, shift }
}

/** The smallest box that holds all ink; null where there is none. */
export function boxOfInk({ inkHW, width, height }: Grey): Box | null {
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
  return right < 0 ? null : { left, top, width: right - left + 1, height: bottom - top + 1 }
}

function cut({ inkHW, width: fullWidth }: Grey, { left, top, width, height }: Box): Grey {
  const crop = new Float32Array(width * height)
  for (let y = 0; y < height; y++) {
    const start = (top + y) * fullWidth + left
    crop.set(inkHW.subarray(start, start + width), y * width)
  }
  return { inkHW: crop, width, height }
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

/** The mean place of the ink, pixels counted from 0. */
export function centreOfMass({ inkHW, width, height }: Grey): Place {
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
  return { x: sumX / mass, y: sumY / mass }
}

/**
 * Whole pixels that bring the centre of mass as near as possible to pixel number `side / 2`, so that nothing is cut. That
 * is half a pixel right of and below the exact middle: MNIST's digits have their mean centre of mass at pixel 14.00, 14.00,
 * counted from 0.
 */
export function shiftToMiddle({ width, height }: Grey, mass: Place, side: number): Place {
  return {
    x: clamp(Math.round(side / 2 - mass.x), 0, side - width),
    y: clamp(Math.round(side / 2 - mass.y), 0, side - height),
  }
}

function placed({ inkHW, width, height }: Grey, shift: Place, side: number): Float32Array {
  const picture = new Float32Array(side * side)
  for (let y = 0; y < height; y++) {
    picture.set(inkHW.subarray(y * width, (y + 1) * width), (shift.y + y) * side + shift.x)
  }
  return picture
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
