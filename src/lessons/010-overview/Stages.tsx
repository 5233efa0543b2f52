/** The stages of the journey in a row, each with its shape; a press goes there. */
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useLook } from '../../ui/useLook.ts'
import { type Stage, shapeText, stages } from './explain.ts'
import styles from './Figure.module.css'
import { overviewWords } from './words.ts'

export function Stages(props: { readonly current: number; readonly onChoose: (index: number) => void }) {
  const { language, number } = useFigureWords()
  const words = overviewWords[language]
  const looks: Partial<Record<Stage['by'], ReturnType<typeof useLook>>> = {
    convolution: useLook('convolution'),
    pooling: useLook('pooling'),
    'fully-connected': useLook('fully-connected'),
  }
  return (
    <ol className={styles.stages}>
      {stages.map(({ tap, by }, index) => (
        <li key={tap} {...looks[by]?.props}>
          <button
            type="button"
            aria-current={index === props.current ? 'step' : undefined}
            onClick={() => props.onChoose(index)}
          >
            <span className={styles.name}>{words.stages[tap].short}</span>
            <span className={styles.shape}>{shapeText(tap, number)}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}
