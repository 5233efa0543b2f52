/** A place to find in a picture of the figure, by mouse, finger or arrow keys and Enter. */
import { useEffect, useState } from 'react'
import { askForCell } from '../../figures/asking.ts'
import { mapShapeOf } from '../../figures/scale.ts'
import { useFormat, useWords } from '../../i18n/useLanguage.ts'
import type { PictureQuestion } from '../../lessons/question.ts'
import { useRunHandle } from '../../session/useRun.ts'
import controls from '../styles/Controls.module.css'
import type { Answer } from './answers.ts'
import type { FormProps } from './questionForm.ts'

export function PictureForm({ question, shown, onAnswer }: FormProps<PictureQuestion>) {
  const { reading: words } = useWords()
  const { frames } = useRunHandle()
  const [picking, setPicking] = useState(false)
  const isAsked = picking && !shown

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the picking begins
  useEffect(() => {
    if (!isAsked) return
    const stop = askForCell(question.tap, (cell) => {
      const frame = frames.latest()
      if (!frame) return
      setPicking(false)
      onAnswer({ given: [cell.map, cell.row, cell.column], right: question.isRight(cell, frame) })
    })
    // The pictures have heard of it when the browser draws again.
    const drawn = requestAnimationFrame(() => {
      const picture = document.querySelector<HTMLElement>('canvas[data-asked]')
      picture?.scrollIntoView({ block: 'nearest' })
      picture?.focus({ preventScroll: true })
    })
    return () => {
      cancelAnimationFrame(drawn)
      stop()
    }
  }, [isAsked, question])

  return (
    <>
      {!shown && (
        <p>
          <button
            type="button"
            data-printless
            className={controls.button}
            onClick={() => setPicking(!picking)}
          >
            {picking ? words.stopPicking : words.answerInPicture}
          </button>
        </p>
      )}
      <p role="status">{isAsked && words.pickNow}</p>
    </>
  )
}

/** The place that was answered, in words. */
export function PlaceNow({
  question,
  answer,
}: {
  readonly question: PictureQuestion
  readonly answer: Answer
}) {
  const { reading: words } = useWords()
  const format = useFormat()
  if (typeof answer.given !== 'object') return null
  const [map, row, column] = answer.given.map((index) => format.count(index + 1))
  const isImage = mapShapeOf(question.tap).mapCount === 1
  return <p>{words.picked(isImage ? words.imageCell(row, column) : words.cell(map, row, column))}</p>
}
