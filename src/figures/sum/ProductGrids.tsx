/** One window times one filter channel: 25 values, 25 weights, 25 products, each a link to where it comes from. */
import { type ReactNode, useMemo } from 'react'
import type { ChannelSum, Product } from '../../sums/explanation.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { bothOf, type Followed } from '../tapSource.ts'
import { NumberGrid, type NumberGridProps } from './NumberGrid.tsx'
import { usePointed } from './pointed.ts'
import styles from './SumPanel.module.css'
import { goDeeper } from './trail.ts'
import { cellDecimals, decimals, useSumWords } from './useSumWords.ts'
import { weightSite } from './weightSite.ts'

export type ProductGridsProps = {
  readonly layer: 'conv1' | 'conv2'
  /** Filter of the number explained. */
  readonly filter: number
  readonly read: () => { readonly channel: ChannelSum; readonly step: number } | null
  readonly changes: Followed
  readonly heading: string
  /** The heading that names the map, where it may change. */
  readonly liveHeading?: () => string
  /** What stands beside the products: their sum and all that comes after it. */
  readonly children: ReactNode
}

export function ProductGrids(props: ProductGridsProps) {
  const { layer, filter, read, changes, heading, liveHeading, children } = props
  const { words, number } = useSumWords()
  const pointed = usePointed()
  const follow = useMemo(() => bothOf(changes, pointed), [changes, pointed])
  const textOf = (value: number) => number(value, cellDecimals)
  const products = () => read()?.channel.products ?? []
  const grid = (
    choose: (product: Product) => number,
    { fixedLimit, more }: { fixedLimit?: number; more?: boolean } = {},
  ) => ({
    textOf,
    subscribe: follow.subscribe,
    pointed,
    read: () => {
      const now = read()
      if (!now) return null
      const values = now.channel.products.map(choose)
      const hatched = more ? now.channel.products.flatMap(({ from }, i) => (from ? [] : [i])) : []
      const limit = fixedLimit ?? (Math.max(...values.map(Math.abs)) || 1)
      return { values, hatched, limit, step: now.step }
    },
    describe: () => products().map(choose).map(textOf).join('; '),
  })
  const toInput = (index: number) => {
    const from = products()[index]?.from
    if (from) goDeeper(from)
  }
  const toWeight: NumberGridProps['onPick'] = (index) => {
    const channel = read()?.channel.channel
    if (channel !== undefined) goDeeper(weightSite(layer, { filter, channel, place: index }))
  }
  const readout = () => {
    const { index } = pointed.getState()
    const all = products()
    const one = index === null ? undefined : all[index]
    if (index === null || !one) {
      const padded = all.filter(({ from }) => from === null).length
      return [padded > 0 ? `${words.paddingCount(number(padded))}. ` : '', words.cellHint].join('')
    }
    const exact = (value: number) => number(value, decimals + 1)
    const sum = words.product(exact(one.input), exact(one.weight), exact(one.product))
    return one.from ? sum : `${words.padding}: ${sum}`
  }
  const { gridName } = words
  const fixedLimit = layer === 'conv1' ? 1 : undefined

  return (
    <div className={styles.grids}>
      <NumberGrid
        heading={liveHeading ? <LiveText read={liveHeading} subscribe={changes.subscribe} /> : heading}
        name={gridName(heading)}
        kind="unsigned"
        characters={5}
        {...grid(({ input }) => input, { fixedLimit, more: true })}
        onPick={toInput}
      />
      <NumberGrid
        heading={words.weights}
        name={gridName(words.weightsName)}
        kind="signed"
        characters={5}
        {...grid(({ weight }) => weight)}
        onPick={toWeight}
      />
      <NumberGrid
        heading={words.products}
        name={gridName(words.productsName)}
        kind="signed"
        characters={5}
        {...grid(({ product }) => product, { more: true })}
        onPick={toInput}
      />
      <div className={styles.terms}>
        <LiveText as="p" className={styles.readout} read={readout} subscribe={follow.subscribe} />
        {children}
      </div>
    </div>
  )
}
