/** Real digits, as the page asks the worker for them. */

export type DigitsQuery = {
  readonly split: 'train' | 'test'
  /** Null for all classes. */
  readonly label: number | null
  readonly offset: number
  readonly count: number
  /** Just these, whatever else is asked. */
  readonly indices?: readonly number[]
}

export type Digits = {
  /** 28 × 28 bytes for each digit, one after another. */
  readonly imagesNHW: Uint8Array
  readonly labels: Uint8Array
  /** Index of each in its split. */
  readonly indices: Uint32Array
  /** How many there are in all. */
  readonly matching: number
}
