/** Tables as CSV (RFC 4180): commas, decimal points whatever the page speaks, lines that end in CR LF, a header line. */

export type CsvCell = string | number | null

/** Numbers are written so that reading them gives the same number; where there is none, the cell is empty. */
export function csvOf(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [header, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('')
}

/** The file: with a mark at its beginning, without which spreadsheets take ä for two letters of another alphabet. */
export function csvFile(text: string): Blob {
  return new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' })
}

function cellText(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
