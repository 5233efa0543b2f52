import type { CSSProperties } from 'react'
import { useFigureWords } from '../../../figures/useFigureWords.ts'
import styles from '../Machine.module.css'
import { machineWords } from '../machineWords.ts'
import type { PlacedBox } from './layout.ts'
import { nodesWithin } from './scopes.ts'
import { useCostText } from './useGraph.ts'
import { choose, toggle } from './view.ts'

export function GraphBox(props: {
  readonly placed: PlacedBox
  readonly isCurrent: boolean
  /** What it cost; null where that is not known or does not count. */
  readonly value: number | null
  readonly limit: number
  readonly onPoint: (id: string | null) => void
}) {
  const { placed, isCurrent, value, limit, onPoint } = props
  const { language, number } = useFigureWords()
  const words = machineWords[language].graph
  const { cost } = useCostText()
  const { box, isOpen, x, y, width, height } = placed
  const isScope = box.node === null
  const count = words.nodes(number(nodesWithin(box).length))
  const below = value === null ? (box.node?.operation ?? count) : cost(value)
  return (
    <button
      type="button"
      className={styles.box}
      data-box={box.id}
      data-kind={isScope ? (isOpen ? 'open' : 'scope') : 'node'}
      data-current={isCurrent || undefined}
      aria-expanded={isScope ? isOpen : undefined}
      aria-label={isOpen ? `${box.label}, ${box.id}` : `${box.label} ${below}, ${box.id}`}
      tabIndex={isCurrent ? 0 : -1}
      style={
        {
          insetInlineStart: `${x / 16}em`,
          insetBlockStart: `${y / 16}em`,
          inlineSize: `${width / 16}em`,
          blockSize: `${height / 16}em`,
          '--cost': value === null || limit === 0 ? 0 : value / limit,
        } as CSSProperties // A custom property: React passes it on, its types know none.
      }
      onClick={({ currentTarget }) => {
        if (!isScope) return choose(box.id)
        toggle(box.id)
        // When everything stands in its new place.
        requestAnimationFrame(() => currentTarget.scrollIntoView({ block: 'nearest', inline: 'nearest' }))
      }}
      onFocus={() => choose(box.id)}
      onPointerEnter={() => onPoint(box.id)}
      onPointerLeave={() => onPoint(null)}
    >
      <span className={styles.label}>{box.label}</span>{' '}
      {!isOpen && <span className={styles.below}>{below}</span>}
    </button>
  )
}
