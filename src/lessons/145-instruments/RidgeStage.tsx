/** A histogram for each recorded step, the newest in front. Pointer and arrow keys read step, bin and count as recorded. */
import { type KeyboardEvent, type RefObject, useMemo, useRef } from 'react'
import { createStore } from 'zustand/vanilla'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { palettes } from '../../paint/color.ts'
import { writeReadout } from '../../ui/readout.ts'
import { type Point, Stage, type Surface } from '../../ui/Stage.tsx'
import { decimalsWithin } from './axis.ts'
import { paintPointedRidge, paintRidges } from './paintRidges.ts'
import { recordedBin } from './rebin.ts'
import { type RidgeLayout, type Ridges, ridgeAt } from './ridges.ts'
import { instrumentsWords } from './words.ts'

type Pointed = { readonly step: number; readonly share: number }

export function RidgeStage(props: {
  readonly name: string
  readonly ridges: Ridges
  /** The line below that says what is pointed at. */
  readonly output: RefObject<HTMLOutputElement | null>
}) {
  const { name, ridges, output } = props
  const { language, number } = useFigureWords()
  const words = instrumentsWords[language]
  const pointed = useMemo(() => createStore<{ readonly at: Pointed | null }>(() => ({ at: null })), [])
  const layoutRef = useRef<RidgeLayout | null>(null)
  const told = useRef<Pointed | null>(null)
  const last = ridges.ridges.length - 1
  const placeOf = (step: number) => ridges.ridges.findIndex((ridge) => ridge.step === step)

  /** The ridges as they are while nothing is pointed at: pointing paints no more than one of them anew. */
  const kept = useMemo(() => createKept(), [])
  const paint = ({ context, width, height, ratio, theme }: Surface): number | null => {
    if (last < 0) {
      context.clearRect(0, 0, width, height)
      return null
    }
    const style = getComputedStyle(context.canvas)
    const look = {
      palette: palettes[theme],
      font: style.fontFamily,
      fontSize: Number.parseFloat(style.fontSize) * ratio,
      line: Math.max(1, Math.round(ratio)),
      stepText: (step: number) => number(step),
      valueText: number,
      stepName: words.step,
    }
    const key = [ridges, width, height, theme, language, style.fontSize]
    const layout =
      kept.draw(context, key) ??
      kept.keep(context, key, paintRidges(context, { width, height }, ridges, look))
    layoutRef.current = layout
    const { at } = pointed.getState()
    const place = at ? placeOf(at.step) : -1
    if (at && place >= 0)
      paintPointedRidge(context, layout, { ridge: ridges.ridges[place], place, share: at.share }, look)
    tell()
    return ridges.ridges[last].step
  }
  const says = ({ step, share }: Pointed): string => {
    const ridge = ridges.ridges[placeOf(step)]
    if (!ridge) return words.hintRidges
    const { distribution } = ridge
    const bin = recordedBin(distribution, ridges.span.low + share * (ridges.span.high - ridges.span.low))
    const total = number(distribution.count)
    if (!bin) return words.noValues(number(step), number(0), total)
    const decimals = decimalsWithin(bin.high - bin.low)
    const [low, high] = [number(bin.low, decimals), number(bin.high, decimals)]
    return bin.low === bin.high
      ? words.allEqual(number(step), low, number(bin.count), total)
      : words.bin(number(step), low, high, number(bin.count), total)
  }
  const tell = () => {
    const { at } = pointed.getState()
    if (!output.current || (at === null && told.current === null)) return
    writeReadout(output.current, at ? says(at) : words.hintRidges, { moved: at !== told.current })
    told.current = at
  }
  const point = (to: Point | null) => {
    const layout = layoutRef.current
    const place = to && layout && ridgeAt(ridges.ridges, layout, to)
    if (!to || !layout || place === null) return pointed.setState({ at: null })
    const share = (to.x - layout.left) / (layout.right - layout.left)
    pointed.setState({ at: { step: ridges.ridges[place].step, share } })
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') pointed.setState({ at: null })
    const move = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key]
    if (!move || last < 0) return
    event.preventDefault()
    const { at } = pointed.getState()
    const half = 0.5 / ridges.binCount
    const place = at ? placeOf(at.step) : -1
    if (!at || place < 0) {
      pointed.setState({ at: { step: ridges.ridges[last].step, share: 0.5 + half } })
      return
    }
    const share = Math.max(half, Math.min(1 - half, at.share + move[0] / ridges.binCount))
    const to = Math.max(0, Math.min(last, place + move[1]))
    pointed.setState({ at: { step: ridges.ridges[to].step, share } })
  }
  return (
    <Stage
      name={name}
      describe={() =>
        last < 0 ? words.noSummary : words.ridgesNow(number(last + 1), number(ridges.ridges[last].step))
      }
      layout={({ width, height }) => ({ width, height })}
      paint={paint}
      subscribe={pointed.subscribe}
      interactive={{ onPoint: point, onKey, onBlur: () => pointed.setState({ at: null }) }}
    />
  )
}

/** A picture of the ridges, good as long as everything in its key is the same; what is saved is painted anew. */
function createKept() {
  const canvas = document.createElement('canvas')
  let held: { readonly key: readonly unknown[]; readonly layout: RidgeLayout } | null = null
  const isOnPage = (context: CanvasRenderingContext2D) =>
    context instanceof CanvasRenderingContext2D && context.canvas.isConnected
  return {
    draw(context: CanvasRenderingContext2D, key: readonly unknown[]): RidgeLayout | null {
      if (!isOnPage(context) || !held || held.key.some((part, i) => part !== key[i])) return null
      context.clearRect(0, 0, canvas.width, canvas.height)
      context.drawImage(canvas, 0, 0)
      return held.layout
    },
    keep(context: CanvasRenderingContext2D, key: readonly unknown[], layout: RidgeLayout): RidgeLayout {
      if (!isOnPage(context)) return layout
      canvas.width = context.canvas.width
      canvas.height = context.canvas.height
      canvas.getContext('2d')?.drawImage(context.canvas, 0, 0)
      held = { key, layout }
      return layout
    },
  }
}
