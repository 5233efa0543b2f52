/** One value of a convolved map: 25 products, or 32 times 25, and the bias; then ReLU. */
import { useMemo } from 'react'
import { createStore } from 'zustand/vanilla'
import { roundingGap } from '../../sums/rounding.ts'
import { type Term, Terms } from '../Terms.tsx'
import { bothOf } from '../tapSource.ts'
import { ChannelBars } from './ChannelBars.tsx'
import { ChannelList } from './ChannelList.tsx'
import { cellsGap } from './gaps.ts'
import { ProductGrids } from './ProductGrids.tsx'
import styles from './SumPanel.module.css'
import { goDeeper } from './trail.ts'
import type { SumOf } from './useSum.ts'
import { decimals, useSumWords } from './useSumWords.ts'

type ConvolutionSumOf = SumOf<'convolution'>
type Explained = NonNullable<ReturnType<ConvolutionSumOf['read']>>

export function ConvolutionSum({ sum }: { readonly sum: ConvolutionSumOf }) {
  const layer = sum.site.tap.startsWith('conv1') ? 'conv1' : 'conv2'
  return layer === 'conv1' ? <OneChannel sum={sum} /> : <ManyChannels sum={sum} />
}

function OneChannel({ sum }: { readonly sum: ConvolutionSumOf }) {
  const { words } = useSumWords()
  const read = () => {
    const explained = sum.read()
    return explained && { channel: explained.channels[0], step: sum.frame()?.step ?? 0 }
  }
  return (
    <>
      <ProductGrids layer="conv1" filter={sum.site.map} heading={words.window} read={read} changes={sum}>
        <Total sum={sum} name={words.sum25} of={({ channels }) => channels[0].sum} cells />
      </ProductGrids>
      <p className={styles.about}>{words.about.conv1}</p>
    </>
  )
}

/** The 32 contributions as bars; the one chosen, at first the strongest, unfolds into its products. */
function ManyChannels({ sum }: { readonly sum: ConvolutionSumOf }) {
  const { words, number, print } = useSumWords()
  const held = useMemo(() => createStore<{ readonly channel: number | null }>(() => ({ channel: null })), [])
  const changes = useMemo(() => bothOf(sum, held), [sum, held])
  const chosen = () => {
    const explained = sum.read()
    return explained && (explained.channels[held.getState().channel ?? strongest(explained)] ?? null)
  }
  const hold = (channel: number) => held.setState({ channel })
  const all = (explained: Explained) => explained.channels.reduce((so, channel) => so + channel.sum, 0)
  return (
    <>
      <ChannelBars sum={sum} changes={changes} chosen={chosen} hold={hold} />
      <ProductGrids
        layer="conv2"
        filter={sum.site.map}
        heading={words.window}
        liveHeading={() => {
          const channel = chosen()
          return channel ? words.windowOf(number(channel.channel + 1)) : ''
        }}
        read={() => {
          const channel = chosen()
          return channel && { channel, step: sum.frame()?.step ?? 0 }
        }}
        changes={changes}
      >
        <Terms
          changes={changes}
          terms={[
            {
              name: words.channelSum,
              read: () => {
                const channel = chosen()
                return channel ? print(channel.sum) : ''
              },
              isTotal: true,
            },
          ]}
          note={() => {
            const channel = chosen()
            const gap = channel ? cellsGap(channel) : 0
            return gap === 0 ? '' : words.roundingCells(number(gap, decimals))
          }}
        />
        <Total sum={sum} name={words.channelsSum} of={all} />
      </ProductGrids>
      <ChannelList sum={sum} hold={hold} />
      <p className={styles.about}>{words.about.conv2}</p>
    </>
  )
}

type TotalProps = {
  readonly sum: ConvolutionSumOf
  readonly name: string
  readonly of: (explained: Explained) => number
  /** The products stand beside it, printed with fewer decimals. */
  readonly cells?: boolean
}

/** Products and bias, before ReLU and after. */
function Total({ sum, name, of, cells = false }: TotalProps) {
  const { words, number, print, rounding } = useSumWords()
  const { site } = sum
  const layer = site.tap.startsWith('conv1') ? 'conv1' : 'conv2'
  const isAfter = site.tap === layer
  const term = (choose: (explained: Explained) => number) => () => {
    const explained = sum.read()
    return explained ? print(choose(explained)) : ''
  }
  const toBias = () => goDeeper({ ...site, tap: `${layer}/bias`, row: 0, column: 0 })
  const terms: readonly Term[] = [
    { name, read: term(of) },
    {
      name: (
        <button type="button" className={styles.link} onClick={toBias}>
          {words.bias}
        </button>
      ),
      read: term(({ bias }) => bias),
    },
    { name: words.beforeRelu, read: term(({ pre }) => pre), isTotal: true },
    ...(isAfter ? [{ name: words.afterRelu, read: term(({ value }) => value), isTotal: true }] : []),
  ]
  return (
    <Terms
      changes={sum}
      terms={terms}
      note={() => {
        const explained = sum.read()
        if (!explained) return ''
        const inCells = cells ? cellsGap(explained.channels[0]) : 0
        const gap = roundingGap([of(explained), explained.bias], explained.pre, decimals)
        return [
          inCells === 0 ? '' : words.roundingCells(number(inCells, decimals)),
          rounding(gap),
          explained.relu && explained.pre < 0 ? words.reluStops : '',
        ]
          .filter(Boolean)
          .join(' ')
      }}
    />
  )
}

function strongest({ channels }: Explained): number {
  return channels.reduce(
    (best, { sum }, index) => (Math.abs(sum) > Math.abs(channels[best].sum) ? index : best),
    0,
  )
}
