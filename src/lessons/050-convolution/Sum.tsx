import { useMemo } from 'react'
import type { CellStore } from '../../figures/cellStore.ts'
import { Terms } from '../../figures/Terms.tsx'
import { bothOf } from '../../figures/tapSource.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { roundingGap } from '../../sums/rounding.ts'
import { explainPixel, type OnePixel } from './explain.ts'
import { convolutionWords } from './words.ts'

const decimals = 3

/** The chosen pixel as a sum. Where the rounded terms miss the rounded value, the last line says by how much. */
export function Sum({ chosen }: { readonly chosen: CellStore }) {
  const { frames } = useRunHandle()
  const { language, number } = useFigureWords()
  const words = convolutionWords[language]
  const changes = useMemo(() => bothOf(frames, chosen), [frames, chosen])
  const readings = useMemo(() => {
    const explained = (): OnePixel | null => {
      const planes = frames.latest()?.planes
      const input = planes?.get('input')
      const weights = planes?.get('conv1/weights')
      const bias = planes?.get('conv1/bias')
      return input && weights && bias ? explainPixel({ input, weights, bias }, chosen.getState().cell) : null
    }
    const term = (choose: (pixel: OnePixel) => number) => () => {
      const pixel = explained()
      return pixel ? number(choose(pixel), decimals) : ''
    }
    return {
      place() {
        const { map, row, column } = chosen.getState().cell
        return words.place(number(map + 1), number(row + 1), number(column + 1))
      },
      products: term((pixel) => pixel.sumOfProducts),
      bias: term((pixel) => pixel.bias),
      value: term((pixel) => pixel.value),
      note() {
        const pixel = explained()
        if (!pixel) return ''
        const gap = roundingGap([pixel.sumOfProducts, pixel.bias], pixel.value, decimals)
        const padding = pixel.padded > 0 ? words.padding(number(pixel.padded)) : ''
        const rounding = gap !== 0 ? words.rounding(number(gap, decimals)) : ''
        return [padding, rounding].filter(Boolean).join(' ')
      },
    }
  }, [frames, chosen, number, words])

  return (
    <Terms
      inline
      place={readings.place}
      terms={[
        { name: words.products, read: readings.products },
        { name: words.bias, read: readings.bias },
        { name: words.value, read: readings.value, isTotal: true },
      ]}
      note={readings.note}
      changes={changes}
    />
  )
}
