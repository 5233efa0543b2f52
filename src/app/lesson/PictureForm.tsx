/** A place to find in a picture of the figure, by mouse, finger or arrow keys and Enter. */
import { useEffect, useState } from 'react'
import { askForCell } from '../../figures/asking.ts'
import { mapShapeOf } from '../../figures/scale.ts'
import { useFormat, useWords } from '../../i18n/useLanguage.ts'
import type { PictureQuestion } from '../../lessons/question.ts'
import { useRunHandle } from '../../session/useRun.ts'
import controls from '../styles/Controls.module.css'
import { useLesson } from './lessonContext.ts'
import styles from './Question.module.css'
import { type FormProps, Verdict } from './questionParts.tsx'

export function PictureForm({ question, answer, shown, onAnswer }: FormProps<PictureQuestion>) {
  const { reading: words } = useWords()
  const format = useFormat()
  const { frames } = useRunHandle()
  const language = useLesson()?.language ?? 'en'
  const [picking, setPicking] = useState(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the picking begins
  useEffect(() => {
    if (!picking) return
    const stop = askForCell(question.tap, (cell) => {
      const frame = frames.latest()
      if (!frame) return
      setPicking(false)
      const given = [cell.map, cell.row, cell.column] as const
      onAnswer({ given, right: question.isRight(cell, frame) })
    })
    // The pictures have heard of it when the browser draws again.
    const drawn = requestAnimationFrame(() => {
      const picture = document.querySelector<HTMLElement>('canvas[data-asked]')
      picture?.focus()
      picture?.scrollIntoView({ block: 'nearest' })
    })
    return () => {
      cancelAnimationFrame(drawn)
      stop()
    }
  }, [picking, question])

  const place = (given: NonNullable<typeof answer>['given']) => {
    if (typeof given !== 'object') return ''
    const [map, row, column] = given.map((index) => format.count(index + 1))
    return mapShapeOf(question.tap).mapCount === 1
      ? words.imageCell(row, column)
      : words.cell(map, row, column)
  }
  return (
    <>
      {!shown && (
        <p>
          <button type="button" className={controls.button} onClick={() => setPicking(!picking)}>
            {picking ? words.stopPicking : words.answerInPicture}
          </button>
        </p>
      )}
      <p role="status">{picking && words.pickNow}</p>
      {answer && (
        <>
          <p className={styles.explanation}>{words.picked(place(answer.given))}</p>
          <Verdict
            right={answer.right}
            text={question.feedback[answer.right ? 'right' : 'wrong'][language]}
          />
        </>
      )}
    </>
  )
}
