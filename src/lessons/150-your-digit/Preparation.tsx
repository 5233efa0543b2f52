/** The drawing on its way to the network, step by step, beside the average of the digit it is read as. */

import { useCallback, useMemo } from 'react'
import type { ClassMeans } from '../../data/classMeans.ts'
import type { PreparedDrawing } from '../../data/prepareDrawing.ts'
import { drawing } from '../../figures/drawing/drawing.ts'
import { preparedSource } from '../../figures/drawing/preparedSource.ts'
import { inkSide } from '../../figures/drawing/strokes.ts'
import { FigurePart } from '../../figures/FigureLayout.tsx'
import { useChoice } from '../../figures/kept.ts'
import { paintFrame } from '../../figures/paintFrame.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { answerOf } from '../../math/softmax.ts'
import { pixelCount } from '../../network/spec.ts'
import { useAverages } from '../../session/useAverages.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { Choice } from '../../ui/Choice.tsx'
import { LiveText } from '../../ui/LiveText.tsx'
import { MapStage, type PlaneSource } from '../../ui/MapStage.tsx'
import { massInPicture, scaledPlane } from './explain.ts'
import styles from './Preparation.module.css'
import { StrokeStage } from './StrokeStage.tsx'
import { yourDigitWords } from './words.ts'

const shapeOf = (side: number) => ({ mapCount: 1, mapHeight: side, mapWidth: side })
const small = shapeOf(20)
const full = shapeOf(28)
/** The average to show: of the digit the network answers, or always the same. */
const averages = ['answer', ...Array.from({ length: 10 }, (_, digit) => String(digit))]

const scaledSource: PlaneSource = {
  read() {
    const { prepared } = drawing.getState()
    return prepared && { plane: scaledPlane(prepared), step: 0 }
  },
  subscribe: drawing.subscribe,
}

export function Preparation() {
  const { language, number } = useFigureWords()
  const words = yourDigitWords[language]
  const [average, setAverage] = useChoice('preparation/average', 'answer')
  const places = (value: number) => number(value, 1)
  const stages = [
    {
      name: words.drawing,
      picture: <StrokeStage name={words.drawing} part="all" />,
      caption: ({ box }: PreparedDrawing) =>
        words.drawingCaption(number(box.width), number(box.height), number(inkSide)),
    },
    {
      name: words.crop,
      picture: <StrokeStage name={words.crop} part="box" />,
      caption: ({ box }: PreparedDrawing) => words.cropCaption(number(box.width), number(box.height)),
    },
    {
      name: words.scaled,
      picture: <Pixels name={words.scaled} source={scaledSource} side={20} />,
      caption: ({ factor, scaled }: PreparedDrawing) =>
        words.scaledCaption(number(factor, 3), number(scaled.width), number(scaled.height)),
    },
    {
      name: words.placed,
      picture: <Pixels name={words.placed} source={preparedSource} side={28} marked />,
      caption: (prepared: PreparedDrawing) => {
        const { x, y } = massInPicture(prepared)
        const { shift } = prepared
        return words.placedCaption(number(shift.x), number(shift.y), places(x + 1), places(y + 1))
      },
    },
  ]
  return (
    <FigurePart
      heading={words.preparation}
      look="preparation"
      aside={
        <Choice
          name={words.averageOf}
          value={average}
          options={averages.map((value) => ({
            value,
            label: value === 'answer' ? words.averageFollows : value,
          }))}
          onChange={setAverage}
        />
      }
    >
      <ol className={styles.stages}>
        {stages.map(({ name, picture, caption }) => (
          <li key={name} className={styles.stage}>
            {picture}
            <Caption name={name} caption={caption} />
          </li>
        ))}
        <li className={styles.stage}>
          <Average of={average === 'answer' ? null : Number(average)} />
        </li>
      </ol>
    </FigurePart>
  )
}

function Caption(props: { readonly name: string; readonly caption: (prepared: PreparedDrawing) => string }) {
  const { name, caption } = props
  const { language } = useFigureWords()
  const words = yourDigitWords[language]
  const read = () => {
    const { prepared } = drawing.getState()
    return prepared ? caption(prepared) : words.empty
  }
  return (
    <p>
      <strong>{name}</strong>{' '}
      <LiveText className={styles.caption} read={read} subscribe={drawing.subscribe} />
    </p>
  )
}

/** Pixels of one size in all pictures, so that 20 of them are seen to fit into 28. */
function Pixels(props: {
  readonly name: string
  readonly source: PlaneSource
  readonly side: 20 | 28
  /** Outline where the scaled ink was put, and the pixel with its centre of mass. */
  readonly marked?: boolean
}) {
  const { name, source, side, marked = false } = props
  const { language } = useFigureWords()
  const words = yourDigitWords[language]
  const marks = () => {
    const { prepared } = drawing.getState()
    if (!marked || prepared === null) return []
    const { shift, scaled } = prepared
    const box = { row: shift.y, column: shift.x, rows: scaled.height, columns: scaled.width }
    const { x, y } = massInPicture(prepared)
    const mass = { row: Math.round(y), column: Math.round(x), rows: 1, columns: 1 }
    return [
      { map: 0, ...box, look: 'ink' as const },
      { map: 0, ...mass, look: 'accent' as const },
    ]
  }
  return (
    <div className={styles.picture} data-side={side}>
      <MapStage
        name={name}
        describe={() => (source.read() ? words.filled : words.empty)}
        source={source}
        shape={side === 20 ? small : full}
        kind="unsigned"
        limitOf={() => 1}
        paintOver={paintFrame}
        marks={marks}
      />
    </div>
  )
}

function Average({ of }: { readonly of: number | null }) {
  const { language, number } = useFigureWords()
  const words = yourDigitWords[language]
  const { frames } = useRunHandle()
  const means = useAverages()
  const digitNow = useCallback(() => {
    const values = frames.latest()?.planes.get('softmax')?.values
    return of ?? (values ? answerOf(values, 0, values.length) : 0)
  }, [frames, of])
  const source = useMemo<PlaneSource>(
    () => ({
      read: () => means && { plane: meanOf(means, digitNow()), step: 0 },
      subscribe: frames.subscribe,
    }),
    [means, frames, digitNow],
  )
  const caption = () =>
    means ? words.averageCaption(number(digitNow()), number(means.counts[digitNow()])) : words.averageWaits
  return (
    <>
      <Pixels name={words.average} source={source} side={28} />
      <p>
        <strong>{words.average}</strong>{' '}
        <LiveText className={styles.caption} read={caption} subscribe={source.subscribe} />
      </p>
    </>
  )
}

function meanOf({ meansCHW }: ClassMeans, digit: number) {
  return { shape: [28, 28, 1], values: meansCHW.subarray(digit * pixelCount, (digit + 1) * pixelCount) }
}
