/** Five by five numbers of a window that can be pointed at; three of them show one place together. */
import type { ReactNode } from 'react'
import type { ScaleKind } from '../../paint/color.ts'
import { NumberStage } from '../../ui/NumberStage.tsx'
import type { PointedStore } from './pointed.ts'
import styles from './SumPanel.module.css'

export type NumberGridProps = {
  readonly heading: ReactNode
  readonly name: string
  readonly kind: ScaleKind
  readonly characters: number
  readonly side?: number
  readonly read: () => {
    readonly values: readonly number[]
    readonly hatched: readonly number[]
    readonly limit: number
    readonly step: number
  } | null
  readonly textOf: (value: number) => string
  readonly describe: () => string
  readonly subscribe: (changed: () => void) => () => void
  readonly pointed: PointedStore
  /** The cell outlined while none is pointed at. */
  readonly marked?: () => number | null
  readonly onPick: (index: number) => void
}

export function NumberGrid(props: NumberGridProps) {
  const { heading, name, kind, characters, side = 5, textOf, describe, subscribe, pointed } = props
  return (
    <div className={styles.grid}>
      <h3>{heading}</h3>
      <div className={styles.cells}>
        <NumberStage
          name={name}
          describe={describe}
          rows={side}
          columns={side}
          kind={kind}
          characters={characters}
          read={() => {
            const now = props.read()
            const marked = pointed.getState().index ?? props.marked?.() ?? null
            const { values, hatched, limit, step } = now ?? { values: [], hatched: [], limit: 1, step: 0 }
            return now && { cells: { rows: side, columns: side, values, hatched, marked }, limit, step }
          }}
          textOf={textOf}
          largestCell={72}
          subscribe={subscribe}
          touch={{
            pointed: () => pointed.getState().index,
            onPoint: (index) => pointed.setState({ index }),
            onPick: props.onPick,
          }}
          view="figure"
        />
      </div>
    </div>
  )
}
