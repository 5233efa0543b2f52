/** The chosen value on the curve of ReLU, how often which value occurs, and how many zeros ReLU leaves. */
import { useCallback, useMemo } from 'react'
import type { CellStore } from '../../figures/cellStore.ts'
import { limitOf, scaleScope } from '../../figures/scale.ts'
import { bothOf } from '../../figures/tapSource.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { palettes } from '../../paint/color.ts'
import { valueAt } from '../../paint/mapGrid.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { fontsOf } from '../../ui/fonts.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { type Box, Stage, type Surface } from '../../ui/Stage.tsx'
import { histogramOf, relu, shareOfZeros } from './explain.ts'
import styles from './Figure.module.css'
import { type Looked, mapValues } from './layers.ts'
import { paintCurve } from './paint.ts'
import { reluWords } from './words.ts'

/** Bins of the distribution on each side of zero. */
const half = 24

export function Curve({ looked, chosen }: { readonly looked: Looked; readonly chosen: CellStore }) {
  const { before, after, shape, hasRelu } = looked
  const { frames } = useRunHandle()
  const { language, number, percent } = useFigureWords()
  const words = reluWords[language]
  const changes = useMemo(() => bothOf(bothOf(frames, chosen), scaleScope), [frames, chosen])
  const curve = hasRelu ? relu : (value: number) => value
  const zeros = useCallback(() => {
    const plane = frames.latest()?.planes.get(after)
    if (!plane) return ''
    const share = shareOfZeros(mapValues(plane, shape, chosen.getState().cell.map))
    return hasRelu ? words.zerosOne(percent(share, 0)) : words.zerosOff
  }, [frames, chosen, words, percent, after, shape, hasRelu])

  const value = () => {
    const plane = frames.latest()?.planes.get(before)
    return plane ? valueAt(plane, shape, chosen.getState().cell) : null
  }
  const paint = ({ context, width, height, ratio, theme }: Surface): number | null => {
    const frame = frames.latest()
    const plane = frame?.planes.get(before)
    const now = value()
    if (!frame || !plane || now === null) return null
    const fonts = fontsOf(context.canvas)
    const { map } = chosen.getState().cell
    const limit = limitOf(frame.planes, before, map, scaleScope.getState().scope)
    paintCurve(
      context,
      { width, height },
      { value: now, limit, curve, counts: histogramOf(mapValues(plane, shape, map), limit, half) },
      {
        palette: palettes[theme],
        font: fonts.family,
        fontSize: fonts.sizePx * ratio,
        ratio,
        numberText: (amount) => number(amount, amount === 0 ? 0 : 1),
        beforeName: words.beforeAxis,
        afterName: words.afterAxis,
      },
    )
    return frame.step
  }
  return (
    <>
      <div className={styles.curve}>
        <Stage
          name={hasRelu ? words.curve : words.straight}
          describe={() => {
            const now = value()
            const text = now === null ? '' : words.curveNow(number(now, 3), number(curve(now), 3))
            return [text, zeros()].join('; ')
          }}
          layout={(box: Box) => {
            return { width: Math.max(1, Math.min(box.width, box.height * 2)), height: box.height }
          }}
          paint={paint}
          subscribe={changes.subscribe}
          tap={before}
          view="figure"
        />
      </div>
      <LiveText as="p" className={styles.value} read={zeros} subscribe={changes.subscribe} />
    </>
  )
}
