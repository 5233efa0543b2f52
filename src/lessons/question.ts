/** The contract of a lesson's question: predicted first, then explained. Both languages stand side by side. */

import type { InBothLanguages } from '../i18n/language.ts'
import type { PlaneName } from '../network/derivedTaps.ts'
import type { MapCell } from '../paint/mapGrid.ts'
import type { Frame } from '../session/frames.ts'

type Asked = {
  readonly ask: InBothLanguages
  /** Shown with every answer, right or wrong: why it is so, in a few sentences. */
  readonly explanation: InBothLanguages
}

export type ChoiceOption = {
  /** Kept as the visitor's answer: stays stable. */
  readonly id: string
  readonly text: InBothLanguages
  readonly right: boolean
  /** Kind: what is true about this idea, and where it leads. */
  readonly feedback: InBothLanguages
}

/** Options to choose from; exactly one is right. */
export type ChoiceQuestion = Asked & {
  readonly kind: 'choice'
  readonly options: readonly ChoiceOption[]
}

/** A number to estimate or to compute. */
export type NumberQuestion = Asked & {
  readonly kind: 'number'
  /** The right number, or how to read it from the frame at the time of the answer; null while it is not known. */
  readonly answer: number | ((frame: Frame) => number | null)
  /** So far off still counts as right. */
  readonly tolerance: number
  /** What stands behind the number, with its space: `{ de: '\u00a0%', en: '%' }`. */
  readonly unit?: InBothLanguages
  /** Digits after the decimal sign when the right number is shown. */
  readonly decimals: number
  readonly feedback: {
    readonly right: InBothLanguages
    readonly tooLow: InBothLanguages
    readonly tooHigh: InBothLanguages
  }
}

/** A place in a picture of the figure: the lesson's maps of `tap`. */
export type PictureQuestion = Asked & {
  readonly kind: 'picture'
  readonly tap: PlaneName
  /** Whether this is such a place; all numbers are those of one frame. */
  readonly isRight: (cell: MapCell, frame: Frame) => boolean
  readonly feedback: { readonly right: InBothLanguages; readonly wrong: InBothLanguages }
}

export type Question = ChoiceQuestion | NumberQuestion | PictureQuestion
