import type { Question } from '../question.ts'

export const question: Question = {
  kind: 'choice',
  ask: {
    de: 'In einer Konfusionsmatrix ist nur die Spalte der 3 gefüllt, in jeder Zeile etwa gleich hoch. Alle anderen Spalten sind leer. Was ist da los?',
    en: 'In a confusion matrix only the column of 3 is filled, about equally in every row. All other columns are empty. What is going on?',
  },
  options: [
    {
      id: 'recognizes',
      text: {
        de: 'Das Netz erkennt nur die 3, die aber sehr gut.',
        en: 'The network recognizes only the 3, but does so very well.',
      },
      right: false,
      feedback: {
        de: 'Von den Bildern in Zeile 3 hat es wirklich 100 % richtig. Das hätte es aber auch dann, wenn es gar nicht hinsähe.',
        en: 'Of the images in row 3 it does get 100% right. But so it would if it never looked at them.',
      },
    },
    {
      id: 'images',
      text: {
        de: 'Fast alle Testbilder zeigen eine 3.',
        en: 'Nearly all test images show a 3.',
      },
      right: false,
      feedback: {
        de: 'Dann wäre nur eine Zeile gefüllt: Die Zeilen sagen, was die Bilder zeigen. Die Spalten sagen, was das Netz antwortet.',
        en: 'Then only one row would be filled: rows tell what the images show. Columns tell what the network answers.',
      },
    },
    {
      id: 'always',
      text: {
        de: 'Das Netz antwortet immer 3, egal was es sieht.',
        en: 'The network always answers 3, whatever it sees.',
      },
      right: true,
      feedback: {
        de: 'Alles in derselben Spalte heißt: immer dieselbe Antwort.',
        en: 'All in the same column means: always the same answer.',
      },
    },
  ],
  explanation: {
    de: 'Nur die Bilder in Zeile 3 hat es dann richtig, also etwa jedes zehnte: Die Genauigkeit ist etwa 10 %, obwohl Zeile 3 mit 100 % glänzt. Eine Zeile allein sagt wenig; man muss auch ihre Spalte ansehen. Drück „Neu beginnen“ und sieh dir die Verwechslungen an: Vor dem ersten Schritt setzt das Netz fast alles auf ein paar Ziffern, und ihre Spalten sind voll.',
    en: 'It is then right only about the images of row 3, about one in ten: the accuracy is about 10%, although row 3 shines with 100%. A row alone says little; its column has to be looked at as well. Press “Start over” and look at the mix-ups: before the first step, the network bets nearly everything on a few digits, and their columns are full.',
  },
}
