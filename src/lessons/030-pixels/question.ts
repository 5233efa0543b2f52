import type { MapCell } from '../../paint/mapGrid.ts'
import type { Question } from '../question.ts'

/** Number 270 of the row, 28 after number 242: one row further down in the same column. */
const asked = { row: 9, column: 17 }

/** A finger is as wide as three pixels. */
function isBelow({ row, column }: MapCell): boolean {
  return row === asked.row && Math.abs(column - asked.column) <= 1
}

export const question: Question = {
  kind: 'picture',
  ask: {
    de: 'Zahl Nummer 242 der Reihe steht im Quadrat in Zeile 9, Spalte 18. Wo steht Nummer 270, die 28 Plätze weiter hinten kommt?',
    en: 'Number 242 of the row of numbers stands in row 9, column 18 of the square. Where is number 270, which comes 28 places later?',
  },
  tap: 'input',
  isRight: isBelow,
  feedback: {
    right: {
      de: 'Direkt darunter: eine Zeile tiefer, in Spalte 18.',
      en: 'Straight below: one row further down, in column 18.',
    },
    wrong: {
      de: '28 Plätze sind gerade eine ganze Zeile. Wer von einem Pixel aus eine Zeile weit liest, kommt darunter an.',
      en: '28 places are exactly one whole row. Read on from a pixel for one row, and you arrive below it.',
    },
  },
  explanation: {
    de: 'Nummer 270 steht in Zeile 10, Spalte 18, denn 9 × 28 + 18 = 270. In der Reihe sind die beiden weit auseinander, im Bild berühren sie sich. Fahr mit dem Zeiger hin: Neben der Tafel steht dieselbe Rechnung.',
    en: 'Number 270 stands in row 10, column 18, because 9 × 28 + 18 = 270. In the row of numbers the two are far apart, in the image they touch. Move the pointer there: next to the panel stands the same sum.',
  },
}
