/** A histogram for each recorded step, the newest in front. Pointer and arrow keys read step, bin and count as recorded. */
import { type KeyboardEvent, type RefObject, useMemo, useRef } from 'react'
import { createStore } from 'zustand/vanilla'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { palettes } from '../../paint/color.ts'
import { writeReadout } from '../../ui/readout.ts'
import { type Point, Stage, type Surface } from '../../ui/Stage.tsx'
import { decimalsWithin } from './axis.ts'
import { paintRidges } from './paintRidges.ts'
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

  const paint = ({ context, width, height, ratio, theme }: Surface): number | null => {
    if (last < 0) {
      context.clearRect(0, 0, width, height)
      return null
    }
    const { at } = pointed.getState()
    const style = getComputedStyle(context.canvas)
    const place = at ? placeOf(at.step) : -1
    layoutRef.current = paintRidges(context, { width, height }, ridges, {
      palette: palettes[theme],
      font: style.fontFamily,
      fontSize: Number.parseFloat(style.fontSize) * ratio,
      line: Math.max(1, Math.round(ratio)),
      stepText: (step) => number(step),
      valueText: number,
      stepName: words.step,
      pointed: at && place >= 0 ? { ridge: place, share: at.share } : null,
    })
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
