/** The small pictures of the ribbon. */
import { type KeyboardEvent, useCallback, useMemo, useRef } from 'react'
import { createStore } from 'zustand/vanilla'
import { limitOf, mapShapeOf } from '../../figures/scale.ts'
import { siteOfCell } from '../../figures/sites.ts'
import { sumMarksIn } from '../../figures/sumMarks.ts'
import { bothOf, useTapSource } from '../../figures/tapSource.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useSumBars } from '../../figures/useSumBars.ts'
import { useFormat, useWords } from '../../i18n/useLanguage.ts'
import { tapShapes } from '../../network/spec.ts'
import { palettes } from '../../paint/color.ts'
import type { MapCell } from '../../paint/mapGrid.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { openSum } from '../../sums/openSum.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { MapStage } from '../../ui/MapStage.tsx'
import type { Readable, Reading } from '../../ui/readable.ts'
import { type Box, Stage, type Surface } from '../../ui/Stage.tsx'
import { answerOf, summarizePlane } from './describe.ts'
import { barPitch, paintProbabilities } from './paint.ts'
import styles from './Ribbon.module.css'
import type { StageSpec } from './stages.ts'

type MapPictureProps = {
  readonly spec: StageSpec
  readonly columns: number
  /** CSS pixels between maps. */
  readonly gap: number
}

/** Windows in all 32 maps would hide these small pictures. */
const mostMarks = 4

export function MapPicture({ spec, columns, gap }: MapPictureProps) {
  const { network } = useWords()
  const format = useFormat()
  const { frames } = useRunHandle()
  const source = useTapSource(spec.tap, undefined, openSum)
  const { words, number } = useFigureWords()
  const shape = mapShapeOf(spec.tap)
  const shownMaps = { shape, mapOf: (map: number) => map }

  const placeText = (cell: MapCell, value: string) => {
    if (spec.stage === 'fc1') return words.neuron(cell.row * shape.mapWidth + cell.column, value)
    return shape.mapCount === 1 ? words.pixel(cell, value) : words.mapCell(cell, value)
  }
  const describe = () => {
    const frame = frames.latest()
    const shown = source.read()
    if (!frame || !shown) return network.nothingYet
    if (spec.stage === 'input') {
      return frame.label === null ? network.drawnNow : network.digitNow(format.count(frame.label))
    }
    const { total, silent, largest } = summarizePlane(shown.plane)
    const step = format.count(frame.step)
    const top = format.significant(largest, 3)
    return spec.stage === 'fc1'
      ? network.neuronsNow(format.count(total - silent), format.count(total), top, step)
      : network.mapsNow(format.count(silent), format.count(total), top, step)
  }

  return (
    <MapStage
      name={network.pictures[spec.stage]}
      describe={describe}
      source={source}
      shape={shape}
      cellText={(cell, value) => `${network.stages[spec.stage]}, ${placeText(cell, number(value, 3))}`}
      kind="unsigned"
      limitOf={(_, map) => limitOf(frames.latest()?.planes ?? new Map(), spec.tap, map, 'layer')}
      columns={columns}
      gap={gap}
      align="center"
      marks={() => {
        const marks = sumMarksIn(spec.tap, shownMaps)
        return marks.length > mostMarks ? [] : marks
      }}
      onPick={(cell) => openSum.setState({ site: siteOfCell(spec.tap, cell, shownMaps) })}
      tap={spec.tap}
      view="ribbon"
    />
  )
}

export function ProbabilityPicture() {
  const { network } = useWords()
  const format = useFormat()
  const { source, onPick, framed } = useSumBars('softmax')
  const chosen = useMemo(() => createStore<{ readonly bar: number | null }>(() => ({ bar: null })), [])
  const changes = useMemo(() => bothOf(source, chosen), [source, chosen])
  const bars = tapShapes.softmax[0]
  /** Of the canvas, in device pixels. */
  const width = useRef<number>(bars)
  const { words, number } = useFigureWords()
  const height = useRef(0)
  const readable = useMemo((): Readable => {
    const reading = (digit: number | null): Reading | null => {
      const value = source.read()?.plane.values[digit ?? -1]
      if (digit === null || value === undefined) return null
      const pitch = barPitch(width.current, bars)
      return {
        text: words.probability(digit, number(value, 3)),
        box: { x: digit * pitch, y: 0, width: pitch, height: height.current },
      }
    }
    return {
      at: ({ x }) => reading(Math.floor(x / barPitch(width.current, bars))),
      pointed: () => reading(chosen.getState().bar),
    }
  }, [source, chosen, words, number, bars])

  const paint = ({ context, width, height, ratio, theme }: Surface) => {
    const shown = source.read()
    context.clearRect(0, 0, width, height)
    if (!shown) return null
    paintProbabilities(context, shown.plane.values, {
      width,
      height,
      ratio,
      palette: palettes[theme],
      framed: [framed(), chosen.getState().bar ?? -1],
    })
    return shown.step
  }
  const barAt = (x: number) =>
    Math.max(0, Math.min(bars - 1, Math.floor(x / Math.floor(width.current / bars))))
  const onKey = (event: KeyboardEvent) => {
    const { bar } = chosen.getState()
    const move = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key]
    if (move) {
      event.preventDefault()
      chosen.setState({ bar: bar === null ? 0 : Math.max(0, Math.min(bars - 1, bar + move)) })
    } else if (event.key === 'Enter' && bar !== null) {
      onPick(bar)
    }
  }
  const describe = () => {
    const shown = source.read()
    if (!shown) return network.nothingYet
    const { digit, probability } = answerOf(shown.plane)
    return network.answerNow(format.count(digit), format.percent(probability), format.count(shown.step))
  }
  return (
    <Stage
      name={network.pictures.fc2}
      describe={describe}
      layout={(box: Box) => {
        width.current = box.width
        height.current = box.height
        return { width: box.width, height: box.height }
      }}
      paint={paint}
      readable={readable}
      subscribe={changes.subscribe}
      interactive={{
        onPoint: (at) => chosen.setState({ bar: at && barAt(at.x) }),
        onPress: (at) => onPick(barAt(at.x)),
        onKey,
        onBlur: () => chosen.setState({ bar: null }),
      }}
      tap="softmax"
      view="ribbon"
    />
  )
}

/** The digit the network answers, as large as the picture beside it. */
export function Answer() {
  const { network } = useWords()
  const { source, onPick } = useSumBars('softmax')
  const format = useFormat()
  const open = () => {
    const shown = source.read()
    if (shown) onPick(answerOf(shown.plane).digit)
  }
  const digit = useCallback(() => {
    const shown = source.read()
    return shown ? format.count(answerOf(shown.plane).digit) : ''
  }, [source, format])
  const probability = useCallback(() => {
    const shown = source.read()
    return shown ? format.percent(answerOf(shown.plane).probability, 0) : ''
  }, [source, format])
  return (
    <button type="button" className={styles.answer} title={network.pictures.answer} onClick={open}>
      <LiveText read={digit} subscribe={source.subscribe} className={styles.answerDigit} />
      <LiveText read={probability} subscribe={source.subscribe} className={styles.answerShare} />
    </button>
  )
}
