import { useFigureWords } from '../../figures/useFigureWords.ts'
import { exponentFor } from './adam.ts'

/** A number of any size: four digits and a power of ten. The typeface has no raised digits of its own. */
export function Sci(props: {
  readonly value: number
  readonly decimals?: number
  /** As a factor among others: in brackets where it would be misread. */
  readonly inTerm?: boolean
}) {
  const { value, decimals = 4, inTerm = false } = props
  const { number } = useFigureWords()
  const exponent = exponentFor([value])
  const isBracketed = inTerm && (value < 0 || exponent !== 0)
  return (
    <span data-value={value}>
      {isBracketed && '('}
      {number(value / 10 ** exponent, decimals)}
      <Power exponent={exponent} />
      {isBracketed && ')'}
    </span>
  )
}

export function Power({ exponent }: { readonly exponent: number }) {
  const { number } = useFigureWords()
  if (exponent === 0) return null
  return (
    <>
      {' · '}
      {number(10)}
      <sup>{number(exponent)}</sup>
    </>
  )
}
