import { FigurePart } from '../../figures/FigureLayout.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { DataTable } from '../../ui/vis/DataTable.tsx'
import styles from './Figure.module.css'
import { layerCosts, sumOf } from './layerTable.ts'
import { accuracyWords } from './words.ts'

const parameters = sumOf((cost) => cost.parameters)
const multiplyAdds = sumOf((cost) => cost.multiplyAdds)
const fc1 = layerCosts.find(({ name }) => name === 'fc1')
const conv2 = layerCosts.find(({ name }) => name === 'conv2')

/** The layers of the network, with what they cost. */
export function Layers() {
  const { language, number, percent } = useFigureWords()
  const words = accuracyWords[language]
  const orNone = (value: number, text: string) => (value === 0 ? words.none : text)
  const rows = layerCosts.map((cost) => [
    cost.name,
    cost.output.map((size) => number(size)).join(' × '),
    orNone(cost.parameters, number(cost.parameters)),
    orNone(cost.parameters, percent(cost.parameters / parameters, 2)),
    orNone(cost.multiplyAdds, number(cost.multiplyAdds)),
  ])
  const total = [words.total, '', number(parameters), percent(1, 0), number(multiplyAdds)]
  return (
    <FigurePart heading={words.layers}>
      <DataTable
        headers={[words.layer, words.output, words.parameters, words.parameterShare, words.multiplyAdds]}
        rows={[...rows, total]}
        numbersFrom={2}
        hasTotal
      />
      {fc1 && conv2 && (
        <p className={styles.hint}>
          {words.layersNote(
            percent(fc1.parameters / parameters, 1),
            percent(conv2.multiplyAdds / multiplyAdds, 1),
          )}
        </p>
      )}
    </FigurePart>
  )
}
