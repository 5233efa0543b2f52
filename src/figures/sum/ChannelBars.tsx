/** What each of the 32 maps contributes: bars in the order of the maps, and all as numbers for who wants to add them up. */
import type { ChannelSum } from '../../sums/explanation.ts'
import { largestTerms } from '../../sums/largest.ts'
import { roundingGap } from '../../sums/rounding.ts'
import { BarStage } from '../../ui/BarStage.tsx'
import { LiveText } from '../../ui/LiveText.tsx'
import type { Followed } from '../tapSource.ts'
import styles from './SumPanel.module.css'
import type { SumOf } from './useSum.ts'
import { decimals, useSumWords } from './useSumWords.ts'

const channelCount = 32

export function ChannelBars(props: {
  readonly sum: SumOf<'convolution'>
  readonly changes: Followed
  readonly chosen: () => ChannelSum | null
  readonly hold: (channel: number) => void
}) {
  const { sum, changes, chosen, hold } = props
  const { words, number, print, rounding } = useSumWords()
  const source = {
    read: () => {
      const channels = sum.read()?.channels
      const step = sum.frame()?.step ?? 0
      const values = channels && Float32Array.from(channels, (channel) => channel.sum)
      return values ? { plane: { shape: [channelCount], values }, step } : null
    },
    subscribe: changes.subscribe,
  }
  const ranked = () => largestTerms(sum.read()?.channels ?? [], (channel) => channel.sum, channelCount).terms
  const places = Array.from({ length: channelCount }, (_, place) => place)
  const gap = () => {
    const channels = sum.read()?.channels ?? []
    const sums = channels.map((channel) => channel.sum)
    const total = sums.reduce((so, one) => so + one, 0)
    return rounding(roundingGap(sums, total, decimals))
  }
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
          valueOf={() => ''}
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
      <details className={styles.fold}>
        <summary>{words.allChannels}</summary>
        <ol className={styles.channels}>
          {places.map((place) => (
            <li key={place}>
              <button
                type="button"
                className={styles.link}
                onClick={() => {
                  const channel = ranked()[place]?.channel
                  if (channel !== undefined) hold(channel)
                }}
              >
                <LiveText
                  read={() => {
                    const one = ranked()[place]
                    return one ? words.mapNumber(number(one.channel + 1)) : ''
                  }}
                  subscribe={sum.subscribe}
                />
              </button>
              <LiveText
                className={styles.value}
                read={() => {
                  const one = ranked()[place]
                  return one ? print(one.sum) : ''
                }}
                subscribe={sum.subscribe}
              />
            </li>
          ))}
        </ol>
        <LiveText as="p" className={styles.note} read={gap} subscribe={sum.subscribe} />
      </details>
    </>
  )
}
