/** What a cell of pool2 sees: its receptive field, worked back layer by layer to the digit. */

/** Some rows and columns of a map, first and last included. */
export type Field = {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** What a cell of pool2 depends on, at each layer on the way back. */
export type FieldsOnTheWay = {
  readonly conv2: Field
  readonly pool1: Field
  readonly conv1: Field
  readonly input: Field
}

/**
 * A cell pools 2 × 2 pixels of conv2; those read 6 × 6 of pool1, pooled from 12 × 12 of conv1, which read 16 × 16 of
 * the input. Beyond the border there is only padding, so the fields end there.
 */
export function fieldsOf(cell: { readonly row: number; readonly column: number }): FieldsOnTheWay {
  const conv2 = pooledFrom({ top: cell.row, bottom: cell.row, left: cell.column, right: cell.column })
  const pool1 = convolvedFrom(conv2, 14)
  const conv1 = pooledFrom(pool1)
  return { conv2, pool1, conv1, input: convolvedFrom(conv1, 28) }
}

/** 2 × 2 pooling: cell i takes the pixels 2i and 2i + 1. */
function pooledFrom({ top, bottom, left, right }: Field): Field {
  return { top: 2 * top, bottom: 2 * bottom + 1, left: 2 * left, right: 2 * right + 1 }
}

/** A 5 × 5 window reaches two pixels further on each side, but not beyond a map of `side` × `side` pixels. */
function convolvedFrom({ top, bottom, left, right }: Field, side: number): Field {
  const reach = 2
  return {
    top: Math.max(0, top - reach),
    bottom: Math.min(side - 1, bottom + reach),
    left: Math.max(0, left - reach),
    right: Math.min(side - 1, right + reach),
  }
}

/** Height and width of a field. */
export function sizeOfField({ top, bottom, left, right }: Field): { rows: number; columns: number } {
  return { rows: bottom - top + 1, columns: right - left + 1 }
}
