/** The course of the loss, small: painted on a canvas, React does not render for it. */
import { useCallback } from 'react'
import { useFormat, useWords } from '../../i18n/useLanguage.ts'
import { palettes } from '../../paint/color.ts'
import { usePageRun } from '../../session/useRun.ts'
import { type Box, Stage, type Surface } from '../../ui/Stage.tsx'
import styles from './Dock.module.css'
import { columnOf, paintSparkline } from './sparkline.ts'

export function LossCurve() {
  const { run: words } = useWords()
  const format = useFormat()
  const { run, view } = usePageRun()
  const subscribe = useCallback(
    (repaint: () => void) => {
      const stopFollowing = [run.store, view.store].map((store) =>
        store.subscribe((state, before) => {
          if (state.history !== before.history || state.isNow !== before.isNow) repaint()
        }),
      )
      return () => {
        for (const stop of stopFollowing) stop()
      }
    },
    [run, view],
  )
  const describe = () => {
    const { history } = view.store.getState()
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
    const { history, isNow } = view.store.getState()
    // On the tape: the whole course of the present run, and in colour what had happened by then.
    const whole = view.other() ? history : run.store.getState().history
    const losses = whole.map(({ step, loss }) => ({ step, value: loss }))
    const box = { width, height, ratio }
    context.clearRect(0, 0, width, height)
    if (!isNow) paintSparkline(context, losses, { ...box, color: palettes[theme].rule })
    context.save()
    context.beginPath()
    context.rect(0, 0, isNow ? width : columnOf(history.at(-1)?.step ?? 0, losses, width), height)
    context.clip()
    paintSparkline(context, losses, { ...box, color: palettes[theme].accent })
    context.restore()
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
