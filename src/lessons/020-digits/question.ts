import type { Question } from '../question.ts'

export const question: Question = {
  kind: 'number',
  ask: {
    de: 'Ein Programm schaut kein Bild an und antwortet jedes Mal „Eins“. Wie viel Prozent der 10\u202f000 Testbilder von MNIST trifft es?',
    en: 'A program looks at no image and answers “one” every time. What percentage of the 10,000 test images of MNIST does it get right?',
  },
  answer: 11.35,
  tolerance: 1.5,
  unit: { de: '\u00a0%', en: '%' },
  decimals: 2,
  feedback: {
    right: {
      de: 'Gut geschätzt. Für ein Programm, das nichts kann, ist das gar nicht so wenig.',
      en: 'Well estimated. For a program that can do nothing, that is not so little.',
    },
    tooLow: {
      de: 'Ein paar Treffer hat es sicher: Immer wenn wirklich eine Eins kommt, liegt es richtig. Wie oft ist das bei zehn Ziffern ungefähr?',
      en: 'It is sure of some hits: whenever a one really comes, it is right. With ten digits, how often is that, roughly?',
    },
    tooHigh: {
      de: 'Richtig liegt es nur, wenn wirklich eine Eins kommt. Die anderen neun Ziffern kommen aber ungefähr genauso oft.',
      en: 'It is right only when a one really comes. But the other nine digits come about as often.',
    },
  },
  explanation: {
    de: '1\u202f135 der 10\u202f000 Testbilder zeigen eine Eins. Wenn MNIST geladen ist, steht die Zahl in der Abbildung, in der Zeile „Anzahl“ unter der 1. Merk dir den Wert: Ungefähr ein Zehntel trifft auch, wer nicht hinsieht. Erst was darüber liegt, hat ein Netz gelernt.',
    en: '1,135 of the 10,000 test images show a one. With MNIST loaded the number is in the figure, in the row “Count” below the 1. Keep it in mind: about a tenth is right even without looking. Only what goes beyond that has a network learned.',
  },
}
