/** What each of the 32 maps contributes, in numbers, for who wants to add them up. */
import { roundingGap } from '../../sums/rounding.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { channelCount, rankedChannels } from './rankedChannels.ts'
import styles from './SumPanel.module.css'
import type { SumOf } from './useSum.ts'
import { decimals, useSumWords } from './useSumWords.ts'

export function ChannelList(props: {
  readonly sum: SumOf<'convolution'>
  readonly hold: (channel: number) => void
}) {
  const { sum, hold } = props
  const { words, number, print } = useSumWords()
  const ranked = () => rankedChannels(sum)
  const places = Array.from({ length: channelCount }, (_, place) => place)
  const gap = () => {
    const channels = sum.read()?.channels ?? []
    const sums = channels.map((channel) => channel.sum)
    const total = sums.reduce((so, one) => so + one, 0)
    const lacking = roundingGap(sums, total, decimals)
    return lacking === 0 ? '' : words.roundingList(number(lacking, decimals))
  }
  return (
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
  )
}
