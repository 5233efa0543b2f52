/** A small table, written by tfjs-vis and styled by the page. */
import styles from './DataTable.module.css'
import type { Table } from './pictures.ts'
import { usePicture } from './usePicture.ts'

export type DataTableProps = Omit<Table, 'kind'> & {
  /** Texts from this column on stand at the end of their cells: numbers. */
  readonly numbersFrom: number
  /** The last row is a sum. */
  readonly hasTotal?: boolean
}

export function DataTable({ numbersFrom, hasTotal = false, ...table }: DataTableProps) {
  const hostRef = usePicture({ kind: 'table', ...table }, JSON.stringify(table))
  return (
    <div
      ref={hostRef}
      className={styles.table}
      data-numbers-from={numbersFrom}
      data-has-total={hasTotal || undefined}
    />
  )
}
