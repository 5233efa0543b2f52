/** The chosen value on the curve of ReLU, and how many zeros ReLU leaves. */
import { useCallback, useMemo } from 'react'
import type { CellStore } from '../../figures/cellStore.ts'
import { limitOf, mapShapeOf, scaleScope } from '../../figures/scale.ts'
import { bothOf } from '../../figures/tapSource.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { palettes } from '../../paint/color.ts'
import { valueAt } from '../../paint/mapGrid.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { type Box, Stage, type Surface } from '../../ui/Stage.tsx'
import { relu, shareOfZeros } from './explain.ts'
import styles from './Figure.module.css'
import { paintCurve } from './paint.ts'
import { reluWords } from './words.ts'

const shape = mapShapeOf('conv1/pre')

export function Curve({ chosen }: { readonly chosen: CellStore }) {
  const { frames } = useRunHandle()
  const { language, number, percent } = useFigureWords()
  const words = reluWords[language]
  const changes = useMemo(() => bothOf(frames, chosen), [frames, chosen])
  const zeros = useCallback(() => {
    const after = frames.latest()?.planes.get('conv1')
    return after ? words.zerosOne(percent(shareOfZeros(after, chosen.getState().cell.map), 0)) : ''
  }, [frames, chosen, words, percent])

  const value = () => {
    const before = frames.latest()?.planes.get('conv1/pre')
    return before ? valueAt(before, shape, chosen.getState().cell) : null
  }
  const paint = ({ context, width, height, ratio, theme }: Surface): number | null => {
    const frame = frames.latest()
    const now = value()
    if (!frame || now === null) return null
    const style = getComputedStyle(context.canvas)
    const { map } = chosen.getState().cell
    paintCurve(
      context,
      { width, height },
      { value: now, limit: limitOf(frame.planes, 'conv1/pre', map, scaleScope.getState().scope) },
      {
        palette: palettes[theme],
        font: style.fontFamily,
        fontSize: Number.parseFloat(style.fontSize) * ratio,
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
          name={words.curve}
          describe={() => {
            const now = value()
            return now === null ? '' : words.curveNow(number(now, 3), number(relu(now), 3))
          }}
          layout={(box: Box) => {
            return { width: Math.max(1, Math.min(box.width, box.height * 2)), height: box.height }
          }}
          paint={paint}
          subscribe={changes.subscribe}
          tap="conv1/pre"
          view="figure"
        />
      </div>
      <LiveText as="p" className={styles.value} read={zeros} subscribe={changes.subscribe} />
    </>
  )
}
