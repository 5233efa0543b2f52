/** What a value of a map sees: the rectangle of values below that can change it, worked back layer by layer. */

/** The taps with rows and columns, in the order data flows. Their twins before ReLU see the same. */
export const fieldTaps = ['input', 'conv1', 'pool1', 'conv2', 'pool2'] as const
export type FieldTap = (typeof fieldTaps)[number]

/** Some rows and columns of a map, first and last included. */
export type Field = {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

const sides = { input: 28, conv1: 28, pool1: 14, conv2: 14, pool2: 7 } as const satisfies Record<
  FieldTap,
  number
>

/**
 * The field of a cell of `tap` in the maps of `below`. `whole` may reach into the padding; `inside` ends at the border.
 * It does not matter whether a field is cut at every border on the way or at the last: the halves and windows of a
 * border cell reach the next border too. A cell of pool2 sees 2 × 2 of conv2, 6 × 6 of pool1, 12 × 12 of conv1,
 * 16 × 16 pixels.
 */
export function receptiveField(
  tap: FieldTap,
  { row, column }: { readonly row: number; readonly column: number },
  below: FieldTap = 'input',
): { readonly whole: Field; readonly inside: Field } {
  const crossed = fieldTaps.slice(fieldTaps.indexOf(below) + 1, fieldTaps.indexOf(tap) + 1).reverse()
  const cell = { top: row, bottom: row, left: column, right: column }
  const whole = crossed.reduce(
    (field, layer) => (layer.startsWith('pool') ? pooled(field) : convolved(field)),
    cell,
  )
  const last = sides[below] - 1
  const inside = {
    top: Math.max(0, whole.top),
    bottom: Math.min(last, whole.bottom),
    left: Math.max(0, whole.left),
    right: Math.min(last, whole.right),
  }
  return { whole, inside }
}

/** 2 × 2 pooling: cell i takes the values 2i and 2i + 1. */
function pooled({ top, bottom, left, right }: Field): Field {
  return { top: 2 * top, bottom: 2 * bottom + 1, left: 2 * left, right: 2 * right + 1 }
}

/** A 5 × 5 window reaches two values further on each side. */
function convolved({ top, bottom, left, right }: Field): Field {
  const reach = 2
  return { top: top - reach, bottom: bottom + reach, left: left - reach, right: right + reach }
}

/** Height and width of a field. */
export function sizeOfField({ top, bottom, left, right }: Field): { rows: number; columns: number } {
  return { rows: bottom - top + 1, columns: right - left + 1 }
}
