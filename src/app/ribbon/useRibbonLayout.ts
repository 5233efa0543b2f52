/** Chooses the layout of the ribbon for the room there is, again whenever that changes. */
import { type RefObject, useLayoutEffect, useState } from 'react'
import { chooseLayout, leastGap, pictureSize, type RibbonLayout, stages } from './stages.ts'

export type MeasuredLayout = RibbonLayout & { readonly scrolls: boolean }

export function useRibbonLayout(row: RefObject<HTMLElement | null>): {
  readonly layout: MeasuredLayout | null
  readonly ratio: number
} {
  const [measured, setMeasured] = useState<{ width: number; ratio: number } | null>(null)

  useLayoutEffect(() => {
    const element = row.current
    if (!element) return
    const measure = () => {
      const next = { width: element.clientWidth, ratio: window.devicePixelRatio || 1 }
      setMeasured((known) => (known?.width === next.width && known.ratio === next.ratio ? known : next))
    }
    measure()
    const resized = new ResizeObserver(measure)
    resized.observe(element)
    return () => resized.disconnect()
  }, [row])

  if (!measured) return { layout: null, ratio: 1 }
  const { width, ratio } = measured
  const layout = chooseLayout(width * ratio, ratio)
  const pictures = stages.reduce((sum, spec) => sum + pictureSize(spec, layout).width, 0)
  return {
    layout: { ...layout, scrolls: pictures + (stages.length - 1) * leastGap * ratio > width * ratio },
    ratio,
  }
}
