import { useFigureWords } from '../../../figures/useFigureWords.ts'
import { networkGraph } from '../../../network/graph.ts'
import styles from '../Machine.module.css'
import { machineWords } from '../machineWords.ts'
import { curveBetween, type Layout } from './layout.ts'
import { type Edge, isWithin } from './scopes.ts'
import { shapeText } from './useGraph.ts'

/** Of the font of shapes: what is behind them must not be read with them. */
const unitsPerLetter = 5.6

const nodes = new Map(networkGraph().map((node) => [node.name, node]))

const mainSources = ['cross_entropy', 'train/gradients', 'train/Adam/update']

/** Values that the way back needs once more: they would cover everything else. */
const isAside = ({ from, to }: Edge) =>
  isWithin(to, 'train') && !mainSources.some((scope) => isWithin(from, scope))

export function GraphEdges({ layout, shown }: { readonly layout: Layout; readonly shown: string }) {
  const { language, number } = useFigureWords()
  const words = machineWords[language].graph
  const { boxes, edges, width, height } = layout
  const byId = new Map(boxes.map((placed) => [placed.box.id, placed]))
  const isShown = ({ from, to }: Edge) => isWithin(from, shown) !== isWithin(to, shown)
  const textOf = (tensors: readonly string[]) => {
    const shape = tensors.length === 1 ? nodes.get(tensors[0] ?? '')?.shape : null
    return shape ? shapeText(shape, words) : words.tensors(number(tensors.length))
  }
  /** Above each box what leaves it, once. */
  const labels = boxes.flatMap((placed) => {
    const leaving = edges.filter((edge) => edge.from === placed.box.id)
    const main = leaving.filter((edge) => !isAside(edge) || isShown(edge))
    if (main.length === 0) return []
    const tensors = [...new Set(main.flatMap((edge) => edge.tensors))]
    return [{ placed, text: textOf(tensors), isLit: main.some(isShown) }]
  })
  const ordered = edges.toSorted((one, other) => Number(isShown(one)) - Number(isShown(other)))
  return (
    <svg className={styles.edges} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {ordered.map((edge) => {
        const [from, to] = [byId.get(edge.from), byId.get(edge.to)]
        if (!from || !to) return null
        const kind = isShown(edge) ? 'shown' : isAside(edge) ? 'aside' : 'main'
        return <path key={`${edge.from} ${edge.to}`} d={curveBetween(from, to, boxes)} data-kind={kind} />
      })}
      {labels.map(({ placed, text, isLit }) => {
        const x = placed.x + placed.width / 2 + 6
        return (
          <g key={placed.box.id} data-lit={isLit || undefined}>
            <rect x={x - 2} y={placed.y - 16} width={text.length * unitsPerLetter + 4} height={12} />
            <text x={x} y={placed.y - 6}>
              {text}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
