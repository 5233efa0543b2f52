/** How the 800 weights are spread, now and at step 0: counted anew with every frame. */
import { useCallback, useMemo, useRef } from 'react'
import { createStore } from 'zustand/vanilla'
import type { CellStore } from '../../figures/cellStore.ts'
import { useKept } from '../../figures/kept.ts'
import { limitOf } from '../../figures/scale.ts'
import { bothOf } from '../../figures/tapSource.ts'
import { type NumberText, useFigureWords } from '../../figures/useFigureWords.ts'
import { useTense } from '../../figures/useTense.ts'
import { palettes } from '../../paint/color.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { fontsOf } from '../../ui/fonts.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { type Box, Stage, type Surface } from '../../ui/Stage.tsx'
import { useTwins } from '../../ui/twins.ts'
import { binEdges, binsPerSide, binWidth, histogramOf, mostMoved, movementOf } from './explain.ts'
import styles from './Histogram.module.css'
import { frameOf, paintHistogram } from './paint.ts'
import { type FilterPair, pairOf } from './pair.ts'
import { type FiltersWords, filtersWords } from './words.ts'

export function Histogram({ chosen }: { readonly chosen: CellStore }) {
  const { frames } = useRunHandle()
  const { language, number } = useFigureWords()
  const words = filtersWords[language]
  const tense = useTense()
  const pointed = useKept('histogram/pointed', () =>
    createStore<{ readonly bin: number | null }>(() => ({ bin: null })),
  )
  const changes = useMemo(() => bothOf(bothOf(frames, pointed), chosen), [frames, pointed, chosen])
  const counted = useCallback(() => {
    const frame = frames.latest()
    const pair = pairOf(frame)
    if (!frame || !pair) return null
    const perSide = binsPerSide(limitOf(frame.planes, 'conv1/weights', 0, 'layer'))
    return {
      step: pair.step,
      perSide,
      now: histogramOf(pair.now.values, perSide).counts,
      initial: histogramOf(pair.first.values, perSide).counts,
    }
  }, [frames])
  const read = useCallback(() => {
    const { bin } = pointed.getState()
    const shown = counted()
    if (bin === null || !shown || bin >= shown.now.length) {
      const filter = chosen.getState().cell.map
      return movedText({ pair: pairOf(frames.latest()), filter, words, tense, number })
    }
    const [low, high] = binEdges(bin, shown.perSide)
    return words.bin(number(low, 2), number(high, 2), number(shown.now[bin]), number(shown.initial[bin]))
  }, [frames, pointed, chosen, counted, words, tense, number])
  // Where the last painting put the bars: the pointer is looked up there.
  const frameRef = useRef<{ left: number; barWidth: number; bins: number } | null>(null)
  const paint = ({ context, width, height, ratio, theme }: Surface): number | null => {
    const shown = counted()
    if (!shown) return null
    const fonts = fontsOf(context.canvas)
    const fontSize = fonts.sizePx * ratio
    frameRef.current = { ...frameOf({ width, height }, shown.now.length, fontSize), bins: shown.now.length }
    paintHistogram(
      context,
      { width, height },
      { ...shown, binWidth, reach: twins?.reach(0)?.highest ?? 0 },
      {
        palette: palettes[theme],
        font: fonts.family,
        fontSize,
        ratio,
        pointed: pointed.getState().bin,
        countText: number,
        weightText: (weight) => number(weight, weight === 0 ? 0 : 1),
        countName: words.count,
      },
    )
    return shown.step
  }
  const twins = useTwins(words.histogram, {
    mark: () => {},
    read: () => null,
    reach() {
      const shown = counted()
      return shown && { lowest: 0, highest: Math.max(...shown.now, ...shown.initial) }
    },
    repaint: () => {},
  })
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

/** How far the chosen filter has moved on average, how far all of them, and which one furthest. */
function movedText(now: {
  readonly pair: FilterPair | null
  readonly filter: number
  readonly words: FiltersWords
  readonly tense: 'now' | 'past'
  readonly number: NumberText
}): string {
  const { pair, filter, words, tense, number } = now
  const all = pair && movementOf(pair.change, null)
  if (!pair || !all || all.largest === 0) return words.notMoved[tense]
  const { mean, largest } = movementOf(pair.change, filter)
  return words.moved({
    filter: number(filter + 1),
    mean: number(mean, 4),
    largest: number(largest, 4),
    all: number(all.mean, 4),
    most: number(mostMoved(pair.change) + 1),
  })
}
