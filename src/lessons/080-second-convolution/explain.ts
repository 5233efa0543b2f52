/** The weights of the second convolution as a wall of filter channels: a column for each filter, a row for each channel. */
import type { Plane } from '../../math/plane.ts'
import { tapShapes } from '../../network/spec.ts'

export const [filterSide, , channelCount, filterCount] = tapShapes['conv2/weights']

/** Where a filter channel stands among the 2,048, from 0: as the weights lie in memory, [5, 5, channel, filter]. */
export function sliceOf(channel: number, filter: number): number {
  return channel * filterCount + filter
}

export function placeOfSlice(slice: number): { readonly channel: number; readonly filter: number } {
  return { channel: Math.floor(slice / filterCount), filter: slice % filterCount }
}

/** The 32 channels of one filter, [5, 5, 32]. */
export function channelsOf({ values }: Plane, filter: number): Plane {
  const count = filterSide * filterSide * channelCount
  return {
    shape: [filterSide, filterSide, channelCount],
    values: Float32Array.from({ length: count }, (_, at) => values[at * filterCount + filter]),
  }
}
