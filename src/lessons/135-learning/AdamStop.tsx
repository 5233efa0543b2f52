import type { ReactNode } from 'react'
import { FigurePart } from '../../figures/FigureLayout.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { training } from '../../network/spec.ts'
import { roundingGap } from '../../sums/rounding.ts'
import styles from './Adam.module.css'
import { adamParts, exponentFor } from './adam.ts'
import { usePlace } from './picked.ts'
import { Power, Sci } from './Sci.tsx'
import { useSlowMotion } from './useSlowMotion.ts'
import { WeightPicker } from './WeightPicker.tsx'
import { learningWords } from './words.ts'

/** Adam for one weight, with all its numbers. */
export function AdamStop() {
  return (
    <>
      <WeightPicker />
      <Arithmetic />
    </>
  )
}

function Arithmetic() {
  const { language, number } = useFigureWords()
  const words = learningWords[language]
  const { anatomy } = useSlowMotion()
  const place = usePlace(anatomy)
  const parts = adamParts(anatomy, place)
  const { row, column, map } = place.cell
  return (
    <FigurePart heading={words.arithmetic(number(map + 1), number(row + 1), number(column + 1))} grow={2.1}>
      {parts === null ? (
        <p className={styles.line}>{words.nothing}</p>
      ) : (
        <div className={styles.adam}>
          <Line name={words.gradient}>
            g = <Sci value={parts.g} />
          </Line>
          <Sum
            name={words.meanMoment}
            terms={[
              { name: `${number(training.beta1, 1)} · m`, value: parts.keptM },
              { name: `${number(1 - training.beta1, 1)} · g`, value: parts.addedM },
            ]}
            total={parts.mAfter}
          />
          <Sum
            name={words.squareMoment}
            terms={[
              { name: `${number(training.beta2, 3)} · v`, value: parts.keptV },
              { name: `${number(1 - training.beta2, 3)} · g · g`, value: parts.addedV },
            ]}
            total={parts.vAfter}
          />
          <Line name={words.correctedMean}>
            <Sci value={parts.mAfter} inTerm /> : {number(parts.correctionM, 5)} ={' '}
            <Sci value={parts.meanHat} />
          </Line>
          <Line name={words.correctedSquare}>
            <Sci value={parts.vAfter} inTerm /> : {number(parts.correctionV, 5)} ={' '}
            <Sci value={parts.squareHat} />
          </Line>
          <Line name={words.update}>
            −{number(training.learningRate, 4)} · <Sci value={parts.meanHat} inTerm /> : √
            <Sci value={parts.squareHat} inTerm /> ={' '}
            <strong>
              <Sci value={parts.update} />
            </strong>
          </Line>
          <Sum
            name={words.weight}
            terms={[
              { name: words.before, value: parts.w },
              { name: '', value: parts.update },
            ]}
            total={parts.wAfter}
            decimals={7}
            plain
          />
          <p className={`${styles.line} ${styles.muted}`}>
            {words.ratio(number(Math.abs(parts.update / training.learningRate), 2))}
          </p>
        </div>
      )}
    </FigurePart>
  )
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.sum}>
      <span className={styles.name}>{name}</span>
      <span className={styles.numbers}>{children}</span>
    </div>
  )
}

/** Two terms and what the network holds, all in one power of ten. */
function Sum(props: {
  readonly name: string
  readonly terms: readonly { readonly name: string; readonly value: number }[]
  readonly total: number
  readonly decimals?: number
  /** Without a power of ten. */
  readonly plain?: boolean
}) {
  const { name, terms, total, decimals = 4, plain = false } = props
  const { language, number } = useFigureWords()
  const words = learningWords[language]
  const exponent = plain ? 0 : Math.min(0, exponentFor([...terms.map(({ value }) => value), total]))
  const scaled = (value: number) => value / 10 ** exponent
  const gap = roundingGap(
    terms.map(({ value }) => scaled(value)),
    scaled(total),
    decimals,
  )
  const bracketed = (text: string, index: number) =>
    index > 0 && text.startsWith('\u2212') ? `(${text})` : text
  return (
    <div className={styles.sum} data-sum={name}>
      <span className={styles.name}>{name}</span>
      <span className={styles.numbers}>
        {terms.map((term, index) => (
          <span key={term.name}>
            {index > 0 && <b> + </b>}
            {term.name && <span className={styles.term}>{term.name} </span>}
            <span data-value={term.value}>{bracketed(number(scaled(term.value), decimals), index)}</span>
          </span>
        ))}
        <b> = </b>
        <strong data-value={total}>{number(scaled(total), decimals)}</strong>
        <Power exponent={exponent} />
        {gap !== 0 && <span className={styles.term}> {words.rounding(number(gap, decimals))}</span>}
      </span>
    </div>
  )
}
