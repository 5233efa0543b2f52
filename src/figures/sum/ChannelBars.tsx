/** What each of the 32 maps contributes: as bars, in the order of the maps. */
import type { ChannelSum } from '../../sums/explanation.ts'
import { BarStage } from '../../ui/BarStage.tsx'
import type { Followed } from '../tapSource.ts'
import { channelCount, rankedChannels } from './rankedChannels.ts'
import styles from './SumPanel.module.css'
import type { SumOf } from './useSum.ts'
import { useSumWords } from './useSumWords.ts'

export function ChannelBars(props: {
  readonly sum: SumOf<'convolution'>
  readonly changes: Followed
  readonly chosen: () => ChannelSum | null
  readonly hold: (channel: number) => void
}) {
  const { sum, changes, chosen, hold } = props
  const { words, number, print } = useSumWords()
  const source = {
    read: () => {
      const channels = sum.read()?.channels
      const step = sum.frame()?.step ?? 0
      const values = channels && Float32Array.from(channels, (channel) => channel.sum)
      return values ? { plane: { shape: [channelCount], values }, step } : null
    },
    subscribe: changes.subscribe,
  }
  const ranked = () => rankedChannels(sum)
  return (
    <>
      <h3 className={styles.heading}>{words.channels}</h3>
      <div className={styles.bars}>
        <BarStage
          name={words.channelsName}
          describe={() => {
            const [first] = ranked()
            return first ? words.strongestChannel(number(first.channel + 1), print(first.sum)) : words.waiting
          }}
          source={source}
          kind="signed"
          sparse
          valueOf={(value) => (value === ranked()[0]?.sum ? print(value) : '')}
          nameOf={(index) => (index === 0 || (index + 1) % 8 === 0 ? number(index + 1) : '')}
          marked={() => -1}
          framed={() => chosen()?.channel ?? -1}
          onPick={hold}
          view="figure"
          readout={{
            bar: (index, value) => words.channelBar(number(index + 1), print(value)),
            hint: words.channelsHint,
          }}
        />
      </div>
    </>
  )
}
