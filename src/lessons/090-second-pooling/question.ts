import type { Question } from '../question.ts'

export const question: Question = {
  kind: 'number',
  ask: {
    de: 'Du änderst ein einziges Pixel der Ziffer, das in Zeile 12 und Spalte 12. Wie viele der 49 Zellen einer Karte von pool2 können dadurch einen anderen Wert bekommen?',
    en: 'You change one single pixel of the digit, the one in row 12 and column 12. How many of the 49 cells in a map of pool2 can change their value as a result?',
  },
  answer: 16,
  tolerance: 0,
  decimals: 0,
  feedback: {
    right: {
      de: 'Vier in jeder Richtung, zusammen 4 × 4.',
      en: 'Four in each direction, 4 × 4 in all.',
    },
    tooLow: {
      de: 'Es sind mehr. Teilte man die Ziffer nur auf, hätte jede der 7 × 7 Zellen ihre eigenen 4 × 4 Pixel, und nur eine würde etwas merken. Die Felder sind aber 16 Pixel breit und überlappen sich.',
      en: 'There are more. If the digit were merely divided up, each of the 7 × 7 cells would have 4 × 4 pixels of its own, and only one would notice. But the fields are 16 pixels wide and overlap.',
    },
    tooHigh: {
      de: 'Es sind weniger. Ganz so weit sehen die Zellen nicht: Die in der Ecke rechts unten zum Beispiel sieht nur die 10 × 10 Pixel in ihrer Ecke der Ziffer.',
      en: 'There are fewer. The cells do not see quite that far: the one at the bottom right, for example, sees only the 10 × 10 pixels in its corner of the digit.',
    },
  },
  explanation: {
    de: 'Von Zelle zu Zelle rückt das Feld 4 Pixel weiter, und es ist 16 Pixel breit. Darum liegt ein Pixel nebeneinander in 16 : 4 = 4 Feldern und untereinander auch, zusammen in 4 × 4 = 16. Nur ganz am Rand sind es weniger. Prüf es in der Abbildung: Geh in pool2 die vierte Zeile entlang. In Spalte 2 bis 5 liegt das Pixel im Feld, sonst nicht.',
    en: 'From cell to cell the field moves on by 4 pixels, and it is 16 pixels wide. So a pixel lies in 16 : 4 = 4 fields side by side, and in as many one below the other: 4 × 4 = 16 in all. Only close to the border there are fewer. Check it in the figure: go along the fourth row of pool2. In columns 2 to 5 the pixel is in the field, elsewhere it is not.',
  },
}
