/** What a network of some step answers to test images. */

/** What the network answers to each of the first n test images. */
export type Answers = {
  readonly labelsN: Uint8Array
  readonly answersN: Uint8Array
  /** The probability of the answer, */
  readonly answeredN: Float32Array
  /** and that of the label. */
  readonly ofLabelN: Float32Array
}

export type Evaluation = {
  readonly step: number
  /** Test images looked at. */
  readonly n: number
  readonly correct: number
  readonly accuracy: number
  /** Mean cross-entropy. */
  readonly loss: number
  /** Wilson interval of the accuracy at 95 %. */
  readonly interval: readonly [low: number, high: number]
  /** Accuracy on the batch of this step with keep_prob 1; null where no batch was drawn yet. */
  readonly trainAccuracy: number | null
  /** 10 × 10 counts, `confusion[label * 10 + answer]`. */
  readonly confusion: readonly number[]
  /** Test indices answered wrongly, most confident mistake first, at most 100; the page keeps those of 60 steps. */
  readonly mistakes: readonly {
    readonly index: number
    readonly label: number
    readonly answer: number
    readonly probability: number
    /** The three most probable digits, the answer first. */
    readonly best: readonly { readonly digit: number; readonly probability: number }[]
  }[]
  /** For all n images, 10 bytes each; the page keeps those of 60 steps. */
  readonly answers?: Answers
}
