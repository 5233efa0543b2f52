import { useMemo } from 'react'
import type { CellStore } from '../../figures/cellStore.ts'
import { FigurePart } from '../../figures/FigureLayout.tsx'
import { roundingGap } from '../../figures/rounding.ts'
import { Terms } from '../../figures/Terms.tsx'
import { bothOf } from '../../figures/tapSource.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { BarStage } from '../../ui/BarStage.tsx'
import { explainPixel, type OnePixel } from './explain.ts'
import { secondConvolutionWords } from './words.ts'

const decimals = 3

/** The chosen pixel: 32 contributions as bars, then their sum, the bias and the value. */
export function Contributions({ chosen }: { readonly chosen: CellStore }) {
  const { frames } = useRunHandle()
  const { language, number } = useFigureWords()
  const words = secondConvolutionWords[language]
  const changes = useMemo(() => bothOf(frames, chosen), [frames, chosen])

  const explained = (): { pixel: OnePixel; step: number } | null => {
    const frame = frames.latest()
    const pool1 = frame?.planes.get('pool1')
    const weights = frame?.planes.get('conv2/weights')
    const bias = frame?.planes.get('conv2/bias')
    if (!frame || !pool1 || !weights || !bias) return null
    return { pixel: explainPixel({ pool1, weights, bias }, chosen.getState().cell), step: frame.step }
  }
  const source = {
    read: () => {
      const now = explained()
      return now && { plane: { shape: [32], values: now.pixel.contributions }, step: now.step }
    },
    subscribe: changes.subscribe,
  }
  const term = (choose: (pixel: OnePixel) => number) => () => {
    const now = explained()
    return now ? number(choose(now.pixel), decimals) : ''
  }
  const place = () => {
    const { map, row, column } = chosen.getState().cell
    return words.place(number(map + 1), number(row + 1), number(column + 1))
  }
  const note = () => {
    const pixel = explained()?.pixel
    if (!pixel) return ''
    const gap = roundingGap([pixel.sumOfContributions, pixel.bias], pixel.value, decimals)
    const parts = [
      pixel.padded > 0 ? words.padding(number(pixel.padded)) : '',
      gap !== 0 ? words.rounding(number(gap, decimals)) : '',
    ]
    return parts.filter(Boolean).join(' ')
  }
  const describe = () => {
    const values = explained()?.pixel.contributions
    if (!values) return ''
    const largest = strongest(values)
    return words.largest(number(largest + 1), number(values[largest], decimals))
  }

  return (
    <>
      <FigurePart heading={words.contributions} grow={2}>
        <BarStage
          name={words.contributions}
          describe={describe}
          source={source}
          kind="signed"
          sparse
          valueOf={() => ''}
          nameOf={(index) => (index === 0 || (index + 1) % 8 === 0 ? number(index + 1) : '')}
          marked={() => -1}
          view="figure"
          readout={{
            bar: (index, value) => words.contribution(number(index + 1), number(value, decimals)),
            hint: words.contributionsHint,
          }}
        />
      </FigurePart>
      <Terms
        changes={changes}
        place={place}
        terms={[
          { name: words.sum, read: term((pixel) => pixel.sumOfContributions) },
          { name: words.bias, read: term((pixel) => pixel.bias) },
          { name: words.value, read: term((pixel) => pixel.value), isTotal: true },
        ]}
        note={note}
      />
    </>
  )
}

/** The index of the value farthest from zero. */
function strongest(values: Float32Array): number {
  return values.reduce((best, value, index) => (Math.abs(value) > Math.abs(values[best]) ? index : best), 0)
}
