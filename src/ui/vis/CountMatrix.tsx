/**
 * A matrix of counts, drawn by tfjs-vis. Over its cells lies a grid of buttons: a drawing can be neither pressed nor heard.
 * One of them takes part in the order of the tab key; from there arrow keys lead to the others.
 */
import { type KeyboardEvent, useEffect, useState } from 'react'
import styles from './CountMatrix.module.css'
import type { Counts } from './pictures.ts'
import { usePicture } from './usePicture.ts'

export type MatrixCell = { readonly row: number; readonly column: number }

export type CountMatrixProps = Omit<Counts, 'kind'> & {
  readonly name: string
  readonly chosen: MatrixCell | null
  readonly cellName: (cell: MatrixCell, count: number) => string
  readonly onChoose: (cell: MatrixCell) => void
  /** The diagonal is spoken of at this moment. */
  readonly diagonalLit?: boolean
}

/** Where the cells are in the picture, in CSS pixels. */
type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export function CountMatrix(props: CountMatrixProps) {
  const { name, chosen, cellName, onChoose, diagonalLit, ...counts } = props
  const { rows } = counts
  const hostRef = usePicture({ kind: 'counts', ...counts }, JSON.stringify(counts))
  const [area, setArea] = useState<Area | null>(null)
  const [focus, setFocus] = useState<MatrixCell>({ row: 0, column: 0 })

  useEffect(() => {
    const host = hostRef.current
    const drawn = (event: Event) => {
      if (event instanceof CustomEvent) setArea(event.detail)
    }
    host?.addEventListener('drawn', drawn, true)
    return () => host?.removeEventListener('drawn', drawn, true)
  }, [hostRef])

  const current = chosen ?? focus
  const onKey = (event: KeyboardEvent<HTMLTableElement>) => {
    const moves: Record<string, readonly [rows: number, columns: number]> = {
      ...{ ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] },
      ...{ Home: [0, -rows.length], End: [0, rows.length] },
    }
    const move = moves[event.key]
    const from = (event.target as HTMLElement).dataset.cell?.split(' ').map(Number)
    if (!move || !from) return
    event.preventDefault()
    const last = rows.length - 1
    const [row, column] = from.map((place, axis) => Math.max(0, Math.min(last, place + move[axis]!)))
    if (row === undefined || column === undefined) return
    setFocus({ row, column })
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`)?.focus()
  }

  return (
    <div ref={hostRef} className={styles.matrix}>
      {area && (
        <table
          aria-label={name}
          className={styles.grid}
          style={{ left: area.x, top: area.y, width: area.width, height: area.height }}
          data-lit={diagonalLit || undefined}
          onKeyDown={onKey}
        >
          <tbody>
            {rows.map((counts, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the place is the row.
              <tr key={row}>
                {counts.map((count, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the place is the column.
                  <td key={column} data-diagonal={row === column || undefined}>
                    <button
                      type="button"
                      data-cell={`${row} ${column}`}
                      aria-label={cellName({ row, column }, count)}
                      aria-pressed={chosen?.row === row && chosen.column === column}
                      title={cellName({ row, column }, count)}
                      tabIndex={current.row === row && current.column === column ? 0 : -1}
                      onClick={() => onChoose({ row, column })}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
