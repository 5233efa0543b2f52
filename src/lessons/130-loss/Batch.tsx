import { type ReactNode, useMemo, useSyncExternalStore } from 'react'
import { BatchStrip } from '../../figures/batch/BatchStrip.tsx'
import { batchOf, type ShownBatch, tallyOf } from '../../figures/batch/batch.ts'
import { FigurePart } from '../../figures/FigureLayout.tsx'
import { bothOf } from '../../figures/tapSource.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { looks } from '../../ui/look.ts'
import styles from './Figure.module.css'
import { lossWords } from './words.ts'

/** The losses of the fifty images of the last step; before the first step, of those that it will see. */
export function Batch({ choice }: { readonly choice: ReactNode }) {
  const { frames } = useRunHandle()
  const { language, number } = useFigureWords()
  const words = lossWords[language]
  const changes = useMemo(() => bothOf(frames, looks), [frames])
  const read = () => {
    const frame = frames.latest()
    return frame && batchOf((part) => frame.planes.get(`batch/${part}`), frame.step)
  }
  const isAhead = useSyncExternalStore(frames.subscribe, () => read()?.keep === 1)
  const lossText = (loss: number) => number(loss, loss < 10 ? 2 : 1)
  const chosen = ({ indices }: ShownBatch) => {
    const digit = frames.latest()?.digit
    return digit?.from === 'train' ? indices.indexOf(digit.index) : -1
  }
  const mean = () => {
    const batch = read()
    if (!batch) return words.nothing
    const { sum, mean: average, right } = tallyOf(batch)
    const numbers = {
      sum: number(sum, 3),
      count: number(batch.losses.length),
      mean: number(average, 3),
      right: number(right),
      step: number(batch.step),
    }
    return batch.keep === 1 ? words.meanAhead(numbers) : words.mean(numbers)
  }
  return (
    <FigurePart
      heading={isAhead ? words.batchAhead : words.batch}
      look="batch"
      aside={choice}
      grow={1.1}
      narrowHeight="25rem"
    >
      <BatchStrip
        name={words.batchName}
        view="figure"
        describe={mean}
        subscribe={changes.subscribe}
        read={read}
        chosen={chosen}
        onPick={(place, { indices }) => frames.showDigit({ from: 'train', index: indices[place] })}
        lossText={lossText}
        sentence={(place, { labels, answers, losses }) =>
          words.image(number(labels[place]), number(answers[place]), number(losses[place], 3))
        }
        hint={words.batchHint}
      />
      <LiveText as="p" className={styles.sentence} read={mean} subscribe={frames.subscribe} />
    </FigurePart>
  )
}
