import type { CellStore } from '../../figures/cellStore.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { BarStage } from '../../ui/BarStage.tsx'
import { useOnePixel } from './useOnePixel.ts'
import { secondConvolutionWords } from './words.ts'

/** What each of the 32 input maps contributes to the chosen pixel, as bars. */
export function Contributions({ chosen }: { readonly chosen: CellStore }) {
  const { language, number } = useFigureWords()
  const words = secondConvolutionWords[language]
  const { read, changes } = useOnePixel(chosen)
  const source = {
    read: () => {
      const now = read()
      return now && { plane: { shape: [32], values: now.contributions }, step: now.step }
    },
    subscribe: changes.subscribe,
  }
  /** The bars that tell the scale: the strongest, and what comes near it. */
  const isStrong = (value: number) => {
    const values = read()?.contributions
    return values !== undefined && Math.abs(value) > 0.6 * Math.abs(values[strongest(values)])
  }
  const describe = () => {
    const values = read()?.contributions
    if (!values) return words.nothing
    const largest = strongest(values)
    return words.largest(number(largest + 1), number(values[largest], 3))
  }
  return (
    <BarStage
      name={words.contributions(number(chosen.getState().cell.map + 1))}
      describe={describe}
      source={source}
      kind="signed"
      sparse
      valueOf={(value) => (isStrong(value) ? number(value, 2) : '')}
      nameOf={(index) => (index === 0 || (index + 1) % 5 === 0 ? number(index + 1) : '')}
      marked={() => -1}
      view="figure"
      readout={{
        bar: (index, value) => words.contribution(number(index + 1), number(value, 3)),
        hint: words.contributionsHint,
      }}
    />
  )
}

/** The index of the value farthest from zero. */
function strongest(values: Float32Array): number {
  return values.reduce((best, value, index) => (Math.abs(value) > Math.abs(values[best]) ? index : best), 0)
}
