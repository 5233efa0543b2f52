/** The boxes are buttons, so that fingers, keys and screen readers find them; the curves between them are one drawing. */
import { type CSSProperties, type KeyboardEvent, useState } from 'react'
import { useStore } from 'zustand'
import { useFigureWords } from '../../../figures/useFigureWords.ts'
import { useLook } from '../../../ui/useLook.ts'
import styles from '../Machine.module.css'
import { machineWords } from '../machineWords.ts'
import { GraphBox } from './GraphBox.tsx'
import { GraphEdges } from './GraphEdges.tsx'
import { type Direction, neighbour } from './layout.ts'
import { useGraph } from './useGraph.ts'
import { choose, graphView } from './view.ts'

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

export function GraphPicture() {
  const { language } = useFigureWords()
  const words = machineWords[language].graph
  const { layout, limit, costShownOf } = useGraph()
  const { chosen, zoom } = useStore(graphView)
  const [pointed, setPointed] = useState<string | null>(null)
  const look = useLook('graph')
  const { width, height, boxes } = layout
  // What was chosen may have vanished in a scope that was closed.
  const current = boxes.some(({ box }) => box.id === chosen) ? chosen : (boxes[0]?.box.id ?? '')

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const direction = directions[event.key]
    if (!direction || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const next = neighbour(boxes, current, direction)
    if (next === null) return
    choose(next)
    event.currentTarget.querySelector<HTMLElement>(`[data-box="${CSS.escape(next)}"]`)?.focus()
  }

  return (
    <section
      className={styles.scroll}
      aria-label={`${words.canvas}. ${words.keys}`}
      onKeyDown={onKeyDown}
      {...look.props}
    >
      <div
        className={styles.graph}
        style={
          {
            '--zoom': zoom,
            // In em, whose size the style sheet makes such that the graph fits where it can.
            '--rows': height / 16,
            '--columns': width / 16,
            inlineSize: `${width / 16}em`,
            blockSize: `${height / 16}em`,
          } as CSSProperties // Custom properties: React passes them on, its types know none.
        }
      >
        <GraphEdges layout={layout} shown={pointed ?? current} />
        {boxes.map((placed) => (
          <GraphBox
            key={placed.box.id}
            placed={placed}
            isCurrent={placed.box.id === current}
            value={placed.isOpen ? null : costShownOf(placed.box.id)}
            limit={limit}
            onPoint={setPointed}
          />
        ))}
      </div>
    </section>
  )
}
