import type { ChannelSum } from '../../sums/explanation.ts'
import { largestTerms } from '../../sums/largest.ts'
import type { SumOf } from './useSum.ts'

export const channelCount = 32

/** The contributions of all channels, those farthest from zero first. */
export function rankedChannels(sum: SumOf<'convolution'>): readonly ChannelSum[] {
  return largestTerms(sum.read()?.channels ?? [], (channel) => channel.sum, channelCount).terms
}
