import { FigurePart } from '../../figures/FigureLayout.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { slopeStep } from '../../math/slope.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Adam.module.css'
import { adamParts } from './adam.ts'
import { usePlace } from './picked.ts'
import { Sci } from './Sci.tsx'
import { useSlowMotion } from './useSlowMotion.ts'
import { weightOf } from './variables.ts'
import { WeightPicker } from './WeightPicker.tsx'
import { learningWords } from './words.ts'

/** The gradient of one weight, measured without backpropagation. */
export function CheckStop() {
  const run = useRunHandle()
  const { language, number, percent } = useFigureWords()
  const words = learningWords[language]
  const { anatomy, check } = useSlowMotion()
  const place = usePlace(anatomy)
  const parts = adamParts(anatomy, place)
  const weight = anatomy && weightOf(anatomy, place)
  const own = check && weight && check.parameter === weight.parameter && check.at === weight.at ? check : null
  const isWorking = own !== null && own.found === null
  const found = own?.found
  return (
    <>
      <WeightPicker />
      <FigurePart
        heading={words.checkHeading}
        grow={1.8}
        aside={
          <div className={styles.buttons}>
            <span className={styles.line} role="status">
              {isWorking ? words.measuring(percent(own.done, 0)) : ''}
            </span>
            {isWorking ? (
              <Button key="stop" size="small" onClick={() => run.checkSlope(null)}>
                {words.stop}
              </Button>
            ) : (
              <Button key="measure" size="small" disabled={!weight} onClick={() => run.checkSlope(weight)}>
                {words.measure}
              </Button>
            )}
          </div>
        }
      >
        <div className={styles.check}>
          <p className={styles.line}>
            {words.checkSays} (L(w + h) − L(w − h)) : (2 · h), h = <Sci value={slopeStep} decimals={0} />
          </p>
          {parts && (
            <dl className={styles.result}>
              <dt>{words.byBackpropagation}</dt>
              <dd>
                <Sci value={parts.g} decimals={5} />
              </dd>
              {found && (
                <>
                  <dt>{words.above}</dt>
                  <dd data-value={found.above}>{number(found.above, 10)}</dd>
                  <dt>{words.below}</dt>
                  <dd data-value={found.below}>{number(found.below, 10)}</dd>
                  <dt>{words.measured}</dt>
                  <dd>
                    <Sci value={found.slope} decimals={5} />
                  </dd>
                  <dt>{words.difference}</dt>
                  <dd>
                    <Sci value={found.slope - parts.g} decimals={1} />
                  </dd>
                </>
              )}
            </dl>
          )}
          {found && (
            <p className={`${styles.line} ${styles.muted}`}>
              {found.tipped === 0 ? words.noneTipped : words.tipped(number(found.tipped))}
            </p>
          )}
        </div>
      </FigurePart>
    </>
  )
}
