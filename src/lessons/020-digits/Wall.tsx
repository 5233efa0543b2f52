/** One page of digits on one canvas, each with its label; a click makes one the watched one. */
import { useMemo } from 'react'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { imageSide } from '../../network/spec.ts'
import type { MapCell } from '../../paint/mapGrid.ts'
import type { Mark } from '../../paint/surface.ts'
import type { Digits } from '../../session/digits.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { MapStage } from '../../ui/MapStage.tsx'
import { labelRows, wallPlane } from './explain.ts'
import { paintLabels } from './paint.ts'
import { digitsWords } from './words.ts'

type WallProps = {
  /** Null while they are on their way. */
  readonly digits: Digits | null
  readonly split: 'train' | 'test'
  readonly count: number
  readonly range: string
}

export function Wall({ digits, split, count, range }: WallProps) {
  const { frames } = useRunHandle()
  const { language, number } = useFigureWords()
  const words = digitsWords[language]
  const source = useMemo(() => {
    const plane = digits && wallPlane(digits, count)
    return {
      read: () => plane && { plane, step: frames.latest()?.step ?? 0 },
      // The watched digit can change from elsewhere; its mark follows.
      subscribe: (changed: () => void) => frames.subscribe(changed),
    }
  }, [frames, digits, count])

  const watchedMark = (): Mark[] => {
    const watched = frames.latest()?.digit ?? frames.digit()
    if (!digits || watched.from !== split) return []
    const map = digits.indices.indexOf(watched.index)
    return map < 0
      ? []
      : [{ map, row: 0, column: 0, rows: imageSide + labelRows, columns: imageSide, look: 'accent' }]
  }
  const nameOf = ({ map }: MapCell) => {
    if (!digits || map >= digits.labels.length) return ''
    const index = number(digits.indices[map])
    const label = String(digits.labels[map])
    return split === 'test' ? words.testDigit(index, label) : words.trainDigit(index, label)
  }
  const watch = ({ map }: MapCell) => {
    if (digits && map < digits.indices.length) frames.showDigit({ from: split, index: digits.indices[map] })
  }
  return (
    <MapStage
      name={words.wall}
      describe={() => words.shows(range)}
      source={source}
      shape={{ mapCount: count, mapHeight: imageSide + labelRows, mapWidth: imageSide }}
      kind="unsigned"
      limitOf={() => 1}
      gap={3}
      unit="map"
      paintOver={(surface, grid) => digits && paintLabels(surface, grid, digits.labels)}
      marks={watchedMark}
      readout={{ cell: nameOf, hint: split === 'test' ? words.testHint : words.trainHint }}
      onPick={watch}
      tap="input"
      view="figure"
    />
  )
}
