import type { CellStore } from '../../figures/cellStore.ts'
import { Terms } from '../../figures/Terms.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { roundingGap } from '../../sums/rounding.ts'
import { type Now, useOnePixel } from './useOnePixel.ts'
import { secondConvolutionWords } from './words.ts'

const decimals = 3

/** The chosen pixel: the sum of its contributions, the bias, the value. */
export function Sum({ chosen }: { readonly chosen: CellStore }) {
  const { language, number } = useFigureWords()
  const words = secondConvolutionWords[language]
  const { read, changes } = useOnePixel(chosen)
  const term = (choose: (pixel: Now['pixel']) => number) => () => {
    const now = read()
    return now ? number(choose(now.pixel), decimals) : ''
  }
  const place = () => {
    const { map, row, column } = chosen.getState().cell
    return words.place(number(map + 1), number(row + 1), number(column + 1))
  }
  const note = () => {
    const pixel = read()?.pixel
    if (!pixel) return ''
    const gap = roundingGap([sumOf(pixel), pixel.bias], pixel.pre, decimals)
    const parts = [
      pixel.padded > 0 ? words.padding(number(pixel.padded)) : '',
      gap !== 0 ? words.rounding(number(gap, decimals)) : '',
    ]
    return parts.filter(Boolean).join(' ')
  }
  return (
    <Terms
      changes={changes}
      place={place}
      terms={[
        { name: words.sum, read: term(sumOf) },
        { name: words.bias, read: term((pixel) => pixel.bias) },
        { name: words.value, read: term((pixel) => pixel.pre), isTotal: true },
      ]}
      note={note}
    />
  )
}

function sumOf({ channels }: Now['pixel']): number {
  return channels.reduce((so, { sum }) => so + sum, 0)
}
