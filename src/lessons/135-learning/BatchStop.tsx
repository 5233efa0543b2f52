import { BatchStrip } from '../../figures/batch/BatchStrip.tsx'
import { batchOf, tallyOf } from '../../figures/batch/batch.ts'
import { FigurePart } from '../../figures/FigureLayout.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useRunHandle } from '../../session/useRun.ts'
import styles from './Figure.module.css'
import { useSlowMotion } from './useSlowMotion.ts'
import { learningWords } from './words.ts'

/** The losses of the fifty images of the step; another one can be followed through the same step. */
export function BatchStop() {
  const run = useRunHandle()
  const { language, number } = useFigureWords()
  const words = learningWords[language]
  const { anatomy } = useSlowMotion()
  const batch = anatomy && batchOf((part) => anatomy.planes.get(`batch/${part}`), anatomy.step)
  const sentence = () => {
    if (!batch) return words.nothing
    const { sum, mean } = tallyOf(batch)
    return words.mean(number(sum, 3), number(batch.losses.length), number(mean, 3))
  }
  return (
    <FigurePart heading={words.batch} grow={1} narrowHeight="27rem">
      <BatchStrip
        name={words.batch}
        view="record"
        describe={sentence}
        subscribe={run.slowMotion.subscribe}
        read={() => batch}
        chosen={() => anatomy?.place ?? -1}
        onPick={run.lookAtImage}
        lossText={(loss) => number(loss, loss < 10 ? 2 : 1)}
        sentence={(place, { labels, answers, losses }) =>
          words.image(number(labels[place]), number(answers[place]), number(losses[place], 3))
        }
        hint={words.batchHint}
      />
      <p className={styles.sentence}>{sentence()}</p>
    </FigurePart>
  )
}
