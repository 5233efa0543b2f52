/** Pictures of one kind at the chosen step, with the numbers at the ends of their scale. */
import { type CSSProperties, type RefObject, useMemo } from 'react'
import { FigurePart } from '../../figures/FigureLayout.tsx'
import { paintFrame } from '../../figures/paintFrame.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { Plane } from '../../math/plane.ts'
import type { MapCell } from '../../paint/mapGrid.ts'
import { valueAt } from '../../paint/mapGrid.ts'
import type { RecordedPictures } from '../../protocol/record.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { Legend } from '../../ui/Legend.tsx'
import { MapStage } from '../../ui/MapStage.tsx'
import { writeReadout } from '../../ui/readout.ts'
import styles from './Figure.module.css'
import {
  largestLimit,
  type PictureName,
  pictureShapes,
  picturesIn,
  planeOf,
  precisionOf,
  type Split,
} from './pictures.ts'
import type { StepChoice } from './stepChoice.ts'
import { instrumentsWords } from './words.ts'

/** What a colour stands for: the same value at every step, or the largest of the step shown. */
export type StepScale = 'run' | 'step'

export function RecordedMaps(props: {
  readonly name: PictureName
  readonly split: Split
  readonly scale: StepScale
  readonly choice: StepChoice
  readonly output: RefObject<HTMLOutputElement | null>
  /** Its share of the height of its column, and its height where all stand one below the other. */
  readonly grow: number
  readonly narrowHeight: string
  readonly columns?: number
}) {
  const { name, split, scale, choice, output } = props
  const { records } = useRunHandle()
  const { language, words: common, number } = useFigureWords()
  const words = instrumentsWords[language]
  const shape = pictureShapes[name]
  const isSigned = name.endsWith('/weights')

  const source = useMemo(() => {
    let kept: { readonly pictures: RecordedPictures; readonly plane: Plane } | null = null
    const summaryNow = () => records.getState().summaries[choice.at.getState().position]
    const picturesNow = () => {
      const summary = summaryNow()
      return summary ? picturesIn(summary, name, split) : null
    }
    return {
      picturesNow,
      labels: () => summaryNow()?.[split].labels,
      read() {
        const summary = summaryNow()
        const pictures = picturesNow()
        if (!summary || !pictures) return null
        if (kept?.pictures !== pictures) kept = { pictures, plane: planeOf(pictures, name) }
        return { plane: kept.plane, step: summary.step }
      },
      subscribe: choice.subscribe,
    }
  }, [records, choice, name, split])
  const limitNow = useMemo(() => {
    let known: { readonly of: readonly unknown[]; readonly limit: number } | null = null
    return () => {
      if (scale === 'step') return source.picturesNow()?.limit || 1
      const { summaries } = records.getState()
      if (known?.of !== summaries) known = { of: summaries, limit: largestLimit(summaries, name, split) }
      return known.limit
    }
  }, [records, source, name, split, scale])
  const ends = useMemo(
    () => () => {
      if (!source.read()) return { low: '', high: '' }
      const limit = limitNow()
      return { low: isSigned ? number(-limit, 2) : number(0), high: number(limit, 2) }
    },
    [source, limitNow, number, isSigned],
  )
  const cellText = ({ map, row, column }: MapCell, value: number) => {
    const pictures = source.picturesNow()
    return words.recordedValue({
      step: number(source.read()?.step ?? 0),
      place: words.places[name]({
        map: number(map + 1),
        row: number(row + 1),
        column: number(column + 1),
        from: number(Math.floor(map / 64) + 1),
        to: number((map % 64) + 1),
        label: number(source.labels()?.[map] ?? 0),
      }),
      value: number(value, 3),
      precision: number(pictures ? precisionOf(pictures) : 0, 3),
    })
  }
  const tell = (cell: MapCell | null) => {
    const shown = source.read()
    if (!output.current) return
    const text = cell && shown ? cellText(cell, valueAt(shown.plane, shape, cell)) : words.hintImages
    writeReadout(output.current, text, { moved: true })
  }
  return (
    <div
      className={styles.picture}
      style={{ '--grow': props.grow, '--narrow-height': props.narrowHeight } as CSSProperties}
    >
      <FigurePart
        heading={words.pictures[name]}
        aside={
          <Legend
            kind={isSigned ? 'signed' : 'unsigned'}
            ends={ends}
            subscribe={choice.subscribe}
            name={isSigned ? common.signedLegend : common.unsignedLegend}
          />
        }
      >
        <MapStage
          name={words.pictures[name]}
          describe={() => {
            const shown = source.read()
            return shown
              ? `${words.atStep(number(shown.step))}, ${ends().low} … ${ends().high}`
              : words.noSummary
          }}
          source={source}
          shape={shape}
          kind={isSigned ? 'signed' : 'unsigned'}
          limitOf={limitNow}
          columns={props.columns}
          gap={shape.mapCount > 100 ? 1 : 2}
          paintOver={name === 'digits' ? paintFrame : undefined}
          onPoint={tell}
          cellText={cellText}
        />
      </FigurePart>
    </div>
  )
}
