/** One neuron of fc1 or one logit: a long sum as a picture, its strongest terms in lines, all others as one remainder. */
import { tapShapes } from '../../network/spec.ts'
import { largestMagnitude, type MapCell } from '../../paint/mapGrid.ts'
import type { Product } from '../../sums/explanation.ts'
import { largestTerms } from '../../sums/largest.ts'
import { roundingGap } from '../../sums/rounding.ts'
import { Legend } from '../../ui/Legend.tsx'
import { LiveText } from '../../ui/LiveText.tsx'
import { MapStage } from '../../ui/MapStage.tsx'
import { mapShapeOf } from '../scale.ts'
import { type Term, Terms } from '../Terms.tsx'
import styles from './SumPanel.module.css'
import { goDeeper } from './trail.ts'
import type { SumOf } from './useSum.ts'
import { decimals, useSumWords } from './useSumWords.ts'

type FullySumOf = SumOf<'fully-connected'>
type Explained = NonNullable<ReturnType<FullySumOf['read']>>

const listed = 10

export function FullySum({ sum }: { readonly sum: FullySumOf }) {
  const { words, number, print, rounding } = useSumWords()
  const { site } = sum
  const layer = site.tap === 'fc2' ? 'fc2' : 'fc1'
  const before = layer === 'fc1' ? 'pool2' : 'fc1'
  const largest = () => largestTerms(sum.read()?.products ?? [], ({ product }) => product, listed)
  const total = tapShapes[`${layer}/weights`][0]
  const term = (choose: (explained: Explained) => number) => () => {
    const explained = sum.read()
    return explained ? print(choose(explained)) : ''
  }
  const isAfter = site.tap === 'fc1'
  const terms: readonly Term[] = [
    { name: words.others(number(total - listed)), read: term(() => largest().rest.sum) },
    {
      name: (
        <button
          type="button"
          className={styles.link}
          onClick={() => goDeeper({ ...site, tap: `${layer}/bias` })}
        >
          {words.bias}
        </button>
      ),
      read: term(({ bias }) => bias),
    },
    {
      name: layer === 'fc1' ? words.beforeRelu : words.logit,
      read: term(({ pre }) => pre),
      isTotal: true,
    },
    ...(isAfter ? [{ name: words.afterRelu, read: term(({ value }) => value), isTotal: true }] : []),
  ]
  const note = () => {
    const explained = sum.read()
    if (!explained) return ''
    const { terms, rest } = largest()
    const all = [...terms.map(({ product }) => product), rest.sum, explained.bias]
    return [
      rounding(roundingGap(all, explained.pre, decimals)),
      explained.relu && explained.pre < 0 ? words.reluStops : '',
    ]
      .filter(Boolean)
      .join(' ')
  }
  const placeOf = ({ from }: Product) => {
    if (!from) return words.padding
    const { map, row, column } = from
    return before === 'pool2'
      ? words.cell(number(map + 1), number(row + 1), number(column + 1))
      : words.neuron(number(map + 1))
  }
  const written = (one: Product) => `${print(one.input)} × ${print(one.weight)}`
  const line = (index: number, write: (product: Product) => string) => () => {
    const one = largest().terms[index]
    return one ? write(one) : ''
  }

  return (
    <>
      <p className={styles.about}>{words.about[layer]}</p>
      <h3 className={styles.heading}>{words.contributions[layer]}</h3>
      <ContributionMaps sum={sum} before={before} placeOf={placeOf} />
      <table className={styles.table}>
        <caption>{words.strongest(number(listed))}</caption>
        <thead>
          <tr>
            <th scope="col">{words.where}</th>
            <th scope="col">{words.calculation}</th>
            <th scope="col">{words.contribution}</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: listed }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a ranking are its places.
            <tr key={index}>
              <th scope="row">
                <button
                  type="button"
                  className={styles.link}
                  onClick={() => {
                    const from = largest().terms[index]?.from
                    if (from) goDeeper(from)
                  }}
                >
                  <LiveText read={line(index, placeOf)} subscribe={sum.subscribe} />
                </button>
              </th>
              <LiveText as="td" read={line(index, written)} subscribe={sum.subscribe} />
              <LiveText
                as="td"
                read={line(index, ({ product }) => print(product))}
                subscribe={sum.subscribe}
              />
            </tr>
          ))}
        </tbody>
      </table>
      <Terms changes={sum} terms={terms} note={note} />
    </>
  )
}

function ContributionMaps(props: {
  readonly sum: FullySumOf
  readonly before: 'pool2' | 'fc1'
  readonly placeOf: (product: Product) => string
}) {
  const { sum, before, placeOf } = props
  const { words, number, print } = useSumWords()
  const shape = mapShapeOf(before)
  const productAt = ({ map, row, column }: MapCell): Product | null =>
    sum.read()?.products[(row * shape.mapWidth + column) * shape.mapCount + map] ?? null
  const limit = () => {
    const [first] = largestTerms(sum.read()?.products ?? [], ({ product }) => product, 1).terms
    return Math.abs(first?.product ?? 0)
  }
  return (
    <div className={styles.maps} data-before={before}>
      <MapStage
        name={words.contributions[before === 'pool2' ? 'fc1' : 'fc2']}
        describe={() => {
          const [first] = largestTerms(sum.read()?.products ?? [], ({ product }) => product, 1).terms
          return first ? `${placeOf(first)}: ${print(first.product)}` : words.waiting
        }}
        source={{
          read: () => {
            const products = sum.read()?.products
            if (!products) return null
            const values = Float32Array.from(products, ({ product }) => product)
            return { plane: { shape: tapShapes[before], values }, step: sum.frame()?.step ?? 0 }
          },
          subscribe: sum.subscribe,
        }}
        shape={shape}
        kind="signed"
        limitOf={(values) => largestMagnitude(values)}
        columns={before === 'pool2' ? 16 : 1}
        gap={3}
        view="figure"
        readout={{
          cell: (cell) => {
            const one = productAt(cell)
            if (!one) return ''
            const exact = (value: number) => number(value, decimals + 1)
            return words.contributionAt(placeOf(one), exact(one.input), exact(one.weight), exact(one.product))
          },
          hint: words.contributionsNote,
        }}
        onPick={(cell) => {
          const from = productAt(cell)?.from
          if (from) goDeeper(from)
        }}
      />
      <Legend
        kind="signed"
        name={words.contributionsNote}
        ends={() => ({ low: number(-limit(), 2), high: number(limit(), 2) })}
        subscribe={sum.subscribe}
      />
    </div>
  )
}
