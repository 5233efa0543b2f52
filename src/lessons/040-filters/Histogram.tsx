/** How the 800 weights are spread, now and at step 0: counted anew with every frame. */
import { useMemo, useRef } from 'react'
import { createStore } from 'zustand/vanilla'
import { bothOf } from '../../figures/tapSource.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { Plane } from '../../math/plane.ts'
import { palettes } from '../../paint/color.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { type Box, Stage, type Surface } from '../../ui/Stage.tsx'
import { binEdges, binsPerSide, binWidth, histogramOf, sharedLimit } from './explain.ts'
import styles from './Histogram.module.css'
import { frameOf, paintHistogram } from './paint.ts'
import { filtersWords } from './words.ts'

export function Histogram({ initial }: { readonly initial: Plane }) {
  const { frames } = useRunHandle()
  const { language, number } = useFigureWords()
  const words = filtersWords[language]
  const pointed = useMemo(() => createStore<{ readonly bin: number | null }>(() => ({ bin: null })), [])
  const changes = useMemo(() => bothOf(frames, pointed), [frames, pointed])
  const counted = useMemo(
    () => () => {
      const frame = frames.latest()
      const weights = frame?.planes.get('conv1/weights')
      if (!frame || !weights) return null
      const perSide = binsPerSide(sharedLimit(initial, weights, null))
      return {
        step: frame.step,
        perSide,
        now: histogramOf(weights.values, perSide).counts,
        initial: histogramOf(initial.values, perSide).counts,
      }
    },
    [frames, initial],
  )
  const read = useMemo(
    () => () => {
      const { bin } = pointed.getState()
      const shown = counted()
      if (bin === null || !shown || bin >= shown.now.length) return words.histogramHint
      const [low, high] = binEdges(bin, shown.perSide)
      return words.bin(number(low, 2), number(high, 2), number(shown.now[bin]), number(shown.initial[bin]))
    },
    [pointed, counted, words, number],
  )
  // Where the last painting put the bars: the pointer is looked up there.
  const frameRef = useRef<{ left: number; barWidth: number; bins: number } | null>(null)
  const paint = ({ context, width, height, ratio, theme }: Surface): number | null => {
    const shown = counted()
    if (!shown) return null
    const style = getComputedStyle(context.canvas)
    const fontSize = Number.parseFloat(style.fontSize) * ratio
    frameRef.current = { ...frameOf({ width, height }, shown.now.length, fontSize), bins: shown.now.length }
    paintHistogram(
      context,
      { width, height },
      { ...shown, binWidth },
      {
        palette: palettes[theme],
        font: style.fontFamily,
        fontSize,
        ratio,
        pointed: pointed.getState().bin,
        countText: number,
        weightText: (weight) => number(weight, weight === 0 ? 0 : 1),
        countName: words.count,
        weightName: words.weightAxis,
      },
    )
    return shown.step
  }
  const point = (x: number | null) => {
    const frame = frameRef.current
    const bin = x === null || !frame ? -1 : Math.floor((x - frame.left) / frame.barWidth)
    pointed.setState({ bin: bin >= 0 && frame && bin < frame.bins ? bin : null })
  }
  return (
    <>
      <div className={styles.chart}>
        <Stage
          name={words.histogram}
          describe={() => words.histogramNow(number(counted()?.step ?? 0))}
          layout={(box: Box) => ({ width: box.width, height: box.height })}
          paint={paint}
          subscribe={changes.subscribe}
          interactive={{
            onPoint: (at) => point(at?.x ?? null),
            onKey: (event) => {
              const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
              const frame = frameRef.current
              if (!move || !frame) return
              event.preventDefault()
              const from = pointed.getState().bin ?? frame.bins / 2 - (move > 0 ? 1 : 0)
              pointed.setState({ bin: Math.max(0, Math.min(frame.bins - 1, from + move)) })
            },
            onBlur: () => point(null),
          }}
          tap="conv1/weights"
          view="figure"
        />
      </div>
      <LiveText as="p" className={styles.readout} read={read} subscribe={changes.subscribe} />
    </>
  )
}
