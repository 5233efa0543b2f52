import { useMemo } from 'react'
import { FigureColumn, FigurePart, FigureRow } from '../../figures/FigureLayout.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { Evaluation } from '../../protocol/evaluation.ts'
import { useDigitsAt } from '../../session/useDigitsAt.ts'
import { useWatchedTest } from '../../session/useWatchedTest.ts'
import { DigitPages } from './DigitPages.tsx'
import styles from './Figure.module.css'
import { PickedMistake } from './PickedMistake.tsx'
import { accuracyWords } from './words.ts'

const shownCount = 25

/** The mistakes the network was most sure of, and one of them with what it saw. */
export function Mistakes({ evaluation }: { readonly evaluation: Evaluation }) {
  const { language, number, percent } = useFigureWords()
  const words = accuracyWords[language]
  const watched = useWatchedTest()
  const mistakes = useMemo(() => evaluation.mistakes.slice(0, shownCount), [evaluation])
  const indices = useMemo(() => mistakes.map(({ index }) => index), [mistakes])
  const digits = useDigitsAt(indices)

  // After a step back to a checkpoint the newest evaluation left has its numbers, but no list any more.
  if (mistakes.length === 0) {
    const isPerfect = evaluation.correct === evaluation.n
    return <p className={styles.text}>{isPerfect ? words.noMistakes : words.listsGone}</p>
  }
  const buttons = mistakes.map(({ index, label, answer, probability }) => ({
    index,
    name: words.mistakeName(number(index), number(label), number(answer), percent(probability)),
    captions: [words.mistake(number(label), number(answer))],
  }))
  const picked = mistakes.find(({ index }) => index === watched) ?? mistakes[0]
  return (
    <FigureRow grow={1}>
      <FigureColumn grow={10}>
        <FigurePart heading={words.mistakes(number(mistakes.length))} look="mistakes">
          <DigitPages buttons={buttons} pageSize={15} />
        </FigurePart>
      </FigureColumn>
      <FigureColumn grow={11}>
        <PickedMistake
          mistake={picked}
          ofLabel={evaluation.answers?.ofLabelN[picked.index] ?? null}
          digits={digits}
          isWatched={picked.index === watched}
        />
      </FigureColumn>
    </FigureRow>
  )
}
