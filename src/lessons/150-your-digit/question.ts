import type { Question } from '../question.ts'

export const question: Question = {
  kind: 'choice',
  ask: {
    de: 'Du zeichnest ein Dreieck. Was antwortet ein gut trainiertes Netz?',
    en: 'You draw a triangle. What does a well-trained network answer?',
  },
  options: [
    {
      id: 'nothing',
      text: { de: 'Dass es keine Ziffer ist.', en: 'That it is no digit.' },
      right: false,
      feedback: {
        de: 'Das wäre vernünftig. Aber eine elfte Antwort „keine Ziffer“ gibt es in diesem Netz nicht.',
        en: 'That would be sensible. But this network has no eleventh answer “no digit”.',
      },
    },
    {
      id: 'even',
      text: { de: 'Alle zehn Ziffern mit je etwa 10 %.', en: 'All ten digits, with about 10% each.' },
      right: false,
      feedback: {
        de: 'So sähe Unwissen aus. Beim Training kam aber nie ein Bild vor, bei dem das die richtige Antwort war.',
        en: 'That is what not knowing would look like. But in training no image ever had this as its right answer.',
      },
    },
    {
      id: 'digit',
      text: {
        de: 'Eine Ziffer, oft mit hoher Wahrscheinlichkeit.',
        en: 'A digit, often with a high probability.',
      },
      right: true,
      feedback: {
        de: 'Probier es aus: Welche es ist, hängt davon ab, wie du zeichnest.',
        en: 'Try it: which one depends on how you draw it.',
      },
    },
  ],
  explanation: {
    de: 'Softmax verteilt immer 100 % auf die zehn Ziffern. Eine hohe Wahrscheinlichkeit heißt: mehr davon als von den anderen neun. Sie heißt nicht: Das ist eine Ziffer. Darum vergleicht die Seite deine Zeichnung mit den Trainingsdaten.',
    en: 'Softmax always shares out 100% among the ten digits. A high probability means: more of this than of the other nine. It does not mean: this is a digit. That is why the page compares your drawing with the training data.',
  },
}
