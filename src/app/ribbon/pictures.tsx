/** The small pictures of the ribbon. */
import { useCallback } from 'react'
import { limitOf, mapShapeOf } from '../../figures/scale.ts'
import { useTapSource } from '../../figures/tapSource.ts'
import { useFormat, useWords } from '../../i18n/useLanguage.ts'
import { palettes } from '../../paint/color.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { MapStage } from '../../ui/MapStage.tsx'
import { type Box, Stage, type Surface } from '../../ui/Stage.tsx'
import { answerOf, summarizePlane } from './describe.ts'
import { paintProbabilities } from './paint.ts'
import styles from './Ribbon.module.css'
import type { StageSpec } from './stages.ts'

type MapPictureProps = {
  readonly spec: StageSpec
  readonly columns: number
  /** CSS pixels between maps. */
  readonly gap: number
}

export function MapPicture({ spec, columns, gap }: MapPictureProps) {
  const { network } = useWords()
  const format = useFormat()
  const { frames } = useRunHandle()
  const source = useTapSource(spec.tap)

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
      shape={mapShapeOf(spec.tap)}
      kind="unsigned"
      limitOf={(_, map) => limitOf(frames.latest()?.planes ?? new Map(), spec.tap, map, 'layer')}
      columns={columns}
      gap={gap}
      align="center"
      tap={spec.tap}
      view="ribbon"
    />
  )
}

export function ProbabilityPicture() {
  const { network } = useWords()
  const format = useFormat()
  const source = useTapSource('softmax')

  const paint = ({ context, width, height, ratio, theme }: Surface) => {
    const shown = source.read()
    context.clearRect(0, 0, width, height)
    if (!shown) return null
    paintProbabilities(context, shown.plane.values, { width, height, ratio, palette: palettes[theme] })
    return shown.step
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
      layout={(box: Box) => ({ width: box.width, height: box.height })}
      paint={paint}
      subscribe={source.subscribe}
      tap="softmax"
      view="ribbon"
    />
  )
}

/** The digit the network answers, as large as the picture beside it. */
export function Answer() {
  const { network } = useWords()
  const source = useTapSource('softmax')
  const format = useFormat()
  const digit = useCallback(() => {
    const shown = source.read()
    return shown ? format.count(answerOf(shown.plane).digit) : ''
  }, [source, format])
  const probability = useCallback(() => {
    const shown = source.read()
    return shown ? format.percent(answerOf(shown.plane).probability, 0) : ''
  }, [source, format])
  return (
    <p className={styles.answer} title={network.pictures.answer}>
      <LiveText read={digit} subscribe={source.subscribe} className={styles.answerDigit} />
      <LiveText read={probability} subscribe={source.subscribe} className={styles.answerShare} />
    </p>
  )
}
