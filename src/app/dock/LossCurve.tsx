/** The course of the loss, small: painted on a canvas, React does not render for it. */
import { useCallback } from 'react'
import { useFormat, useWords } from '../../i18n/useLanguage.ts'
import { palettes } from '../../paint/color.ts'
import { useLiveRunHandle } from '../../session/useRun.ts'
import { type Box, Stage, type Surface } from '../../ui/Stage.tsx'
import styles from './Dock.module.css'
import { paintSparkline } from './sparkline.ts'

export function LossCurve() {
  const { run: words } = useWords()
  const format = useFormat()
  const { store } = useLiveRunHandle()
  const subscribe = useCallback(
    (repaint: () => void) =>
      store.subscribe((state, before) => {
        if (state.history !== before.history) repaint()
      }),
    [store],
  )
  const describe = () => {
    const { history } = store.getState()
    const first = history[0]
    const last = history.at(-1)
    if (!first || !last) return words.lossCurveEmpty
    return words.lossCurveNow(
      format.decimal(first.loss, 3),
      format.decimal(last.loss, 3),
      format.count(last.step),
    )
  }
  const paint = ({ context, width, height, ratio, theme }: Surface) => {
    const losses = store.getState().history.map(({ step, loss }) => ({ step, value: loss }))
    context.clearRect(0, 0, width, height)
    paintSparkline(context, losses, { width, height, ratio, color: palettes[theme].accent })
    return null
  }
  return (
    <span className={styles.curve}>
      <Stage
        name={words.lossCurve}
        describe={describe}
        layout={(box: Box) => ({ width: box.width, height: box.height })}
        paint={paint}
        subscribe={subscribe}
      />
    </span>
  )
}
