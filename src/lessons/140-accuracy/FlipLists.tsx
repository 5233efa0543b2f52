import { useMemo } from 'react'
import { FigureColumn, FigurePart, FigureRow } from '../../figures/FigureLayout.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { chanceOfSplit } from '../../math/chance.ts'
import type { Evaluation } from '../../protocol/evaluation.ts'
import { type Flip, flipsOf } from './answers.ts'
import { DigitPages } from './DigitPages.tsx'
import styles from './Figure.module.css'
import { accuracyWords } from './words.ts'

/** Smaller chances are only said to be smaller. */
const leastShown = 0.001

/** Test images whose answer became right or wrong between the two newest evaluations. */
export function FlipLists(props: { readonly before: Evaluation | null; readonly now: Evaluation }) {
  const { before, now } = props
  const { language, number, percent } = useFigureWords()
  const words = accuracyWords[language]
  const flips = useMemo(
    () => (before?.answers && now.answers ? flipsOf(before.answers, now.answers) : null),
    [before, now],
  )
  if (before === null || flips === null)
    return <p className={styles.text}>{before ? words.listsGone : words.flipsNot}</p>
  const { becameRight, becameWrong, stillWrong, compared } = flips
  const [right, wrong] = [becameRight.length, becameWrong.length]
  const chance = chanceOfSplit(right, wrong)
  const buttonsOf = (list: readonly Flip[], caption: (flip: Flip) => string) =>
    list.map((flip) => ({
      index: flip.index,
      name: words.flipName(number(flip.index), number(flip.label), number(flip.before), number(flip.answer)),
      captions: [caption(flip)],
    }))
  const lists = [
    {
      heading: words.becameRight(number(right)),
      buttons: buttonsOf(becameRight, ({ label, before }) => words.flipRight(number(label), number(before))),
    },
    {
      heading: words.becameWrong(number(wrong)),
      buttons: buttonsOf(becameWrong, ({ label, answer }) => words.flipWrong(number(label), number(answer))),
    },
  ]
  return (
    <>
      <p className={styles.wide}>
        {words.flips({
          step: number(before.step),
          compared: number(compared),
          right: number(right),
          wrong: number(wrong),
          other: number(stillWrong),
        })}{' '}
        {before.n !== now.n && words.flipsCommon(number(before.n), number(now.n))}{' '}
        {right + wrong > 0 &&
          words.net(chance < leastShown ? words.lessThan(percent(leastShown, 1)) : percent(chance, 1))}
      </p>
      <FigureRow grow={1}>
        {lists.map(({ heading, buttons }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: first the right ones.
          <FigureColumn key={place}>
            <FigurePart heading={heading}>
              {buttons.length === 0 ? (
                <p className={styles.text}>{words.noFlips}</p>
              ) : (
                <DigitPages buttons={buttons} pageSize={8} />
              )}
            </FigurePart>
          </FigureColumn>
        ))}
      </FigureRow>
    </>
  )
}
