import { FigurePart } from '../../figures/FigureLayout.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { parameterCounts } from './explain.ts'
import styles from './Parameters.module.css'
import { fullyConnectedWords } from './words.ts'

const counts = parameterCounts()
const total = counts.reduce((sum, { count }) => sum + count, 0)

/** The parameters of all layers as one bar, true to scale: nearly all of it is this layer. */
export function Parameters() {
  const { language, number, percent } = useFigureWords()
  const words = fullyConnectedWords[language]
  return (
    <FigurePart heading={words.parameters(number(total))} look="parameters">
      <div className={styles.bar} aria-hidden="true">
        {counts.map(({ layer, share }) => (
          <div key={layer} data-layer={layer} style={{ flexGrow: share }} />
        ))}
      </div>
      <dl className={styles.layers}>
        {counts.map(({ layer, count, share }) => (
          <div key={layer} data-layer={layer}>
            <dt>{layer}</dt>
            <dd>{number(count)}</dd>
            <dd>{percent(share, 2)}</dd>
          </div>
        ))}
      </dl>
    </FigurePart>
  )
}
