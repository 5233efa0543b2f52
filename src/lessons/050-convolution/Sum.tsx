/** The pixel that the window makes, as a sum that can be checked by hand: the strongest products, the rest, the bias. */
import type { ReactNode } from 'react'
import type { CellStore } from '../../figures/cellStore.ts'
import { useCellSum } from '../../figures/cellSum.ts'
import { type Term, Terms } from '../../figures/Terms.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { openSum } from '../../sums/openSum.ts'
import { roundingGap } from '../../sums/rounding.ts'
import { Button } from '../../ui/Button.tsx'
import { LiveText } from '../../ui/LiveText.tsx'
import { useLook } from '../../ui/useLook.ts'
import styles from './Figure.module.css'
import { listed, strongest } from './products.ts'
import { convolutionWords } from './words.ts'

const decimals = 3
/** One more than the product has: worked out from what is printed, it comes out as printed. */
const factorDecimals = 4

export function Sum({ chosen }: { readonly chosen: CellStore }) {
  const { language, number } = useFigureWords()
  const words = convolutionWords[language]
  const bias = useLook('bias')
  const sum = useCellSum(chosen, 'conv1/pre', 'convolution')
  const products = () => {
    const explained = sum.read()
    return explained && strongest(explained.channels[0].products)
  }
  const print = (value: number | undefined) => (value === undefined ? '' : number(value, decimals))
  const live = (read: () => string, className?: string): ReactNode => (
    <LiveText className={className} read={read} subscribe={sum.subscribe} />
  )
  const factors = (index: number) => () => {
    const term = products()?.terms[index]
    if (!term) return ''
    const [input, weight] = [number(term.input, factorDecimals), number(term.weight, factorDecimals)]
    return words.factors(input, weight.padStart(factorDecimals + 3, '\u2007'))
  }
  const gap = () => {
    const explained = sum.read()
    const list = products()
    if (!explained || !list) return 0
    const terms = [...list.terms.map(({ product }) => product), list.rest.sum, explained.bias]
    return roundingGap(terms, explained.value, decimals)
  }
  const others = () => {
    const list = products()
    const padded = sum.read()?.padded ?? 0
    if (!list) return ''
    const count = number(list.rest.count)
    return padded > 0 ? words.othersPadded(count, number(padded)) : words.others(count)
  }
  const terms: readonly Term[] = [
    ...Array.from({ length: listed }, (_, index) => ({
      name: live(factors(index), styles.factors),
      read: () => print(products()?.terms[index]?.product),
    })),
    { name: live(others), read: () => print(products()?.rest.sum) },
    {
      name: (
        <span className={styles.bias} {...bias.props}>
          {words.bias}
        </span>
      ),
      read: () => print(sum.read()?.bias),
    },
    {
      name: live(() => (gap() === 0 ? '' : words.rounding)),
      read: () => (gap() === 0 ? '' : print(gap())),
    },
    { name: words.value, read: () => print(sum.read()?.value), isTotal: true },
  ]
  return (
    <div className={styles.list}>
      <Terms terms={terms} changes={sum} />
      <div className={styles.all}>
        <Button onClick={() => openSum.setState({ site: { tap: 'conv1/pre', ...chosen.getState().cell } })}>
          {words.all}
        </Button>
      </div>
    </div>
  )
}
