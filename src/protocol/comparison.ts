/** How an image lies among those of the data set. */

/** An image of the data and how far it is: the root of the sum of the squared differences of all pixels (0 … 1). */
export type NearImage = {
  readonly index: number
  readonly label: number
  readonly distance: number
  readonly imageHW: Uint8Array
}

/** How unusual an image is beside test digits, by its distance to the nearest training image. */
export type Comparison = {
  /** The nearest training images, the nearest first. */
  readonly nearest: readonly NearImage[]
  /** The nearest of all test digits, which can be watched; null where there is none. */
  readonly nearestTest: NearImage | null
  /** Test digits compared so far, random ones, and how many there will be. */
  readonly compared: number
  readonly toCompare: number
  /** How many of those compared are at least as far from their nearest training image. */
  readonly asFar: number
}
