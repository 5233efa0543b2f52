import type { Question } from '../question.ts'

export const question: Question = {
  kind: 'number',
  ask: {
    de: 'In einem Fenster haben nur drei Pixel Tinte: 1, 0,5 und 1. Die Gewichte darauf sind 0,2, 0,4 und −0,1, der Bias ist 0,1. Welche Zahl steht danach in der Karte?',
    en: 'In a window only three pixels have ink: 1, 0.5 and 1. The weights on them are 0.2, 0.4 and −0.1, the bias is 0.1. Which number does the map hold then?',
  },
  answer: 0.4,
  tolerance: 0.001,
  decimals: 1,
  feedback: {
    right: {
      de: 'Drei Produkte und der Bias; die 22 leeren Pixel tragen nichts bei.',
      en: 'Three products and the bias; the 22 empty pixels contribute nothing.',
    },
    tooLow: {
      de: 'Die Produkte zusammen sind 0,3. Danach kommt noch der Bias dazu.',
      en: 'The products add up to 0.3. After that, the bias is still to be added.',
    },
    tooHigh: {
      de: 'Das Pixel 0,5 zählt nur halb, und das Gewicht −0,1 zieht etwas ab.',
      en: 'The pixel 0.5 counts only half, and the weight −0.1 takes something off.',
    },
  },
  explanation: {
    de: '1 × 0,2 + 0,5 × 0,4 + 1 × (−0,1) = 0,3, und mit dem Bias 0,1 sind es 0,4. Die übrigen 22 Gewichte können beliebig groß sein: Sie werden mit 0 malgenommen. Genauso rechnet die Abbildung, nur mit den echten Zahlen: Dort stehen die stärksten Produkte, der Rest und der Bias. Ein Knopf zeigt alle 25.',
    en: '1 × 0.2 + 0.5 × 0.4 + 1 × (−0.1) = 0.3, and with the bias of 0.1 it is 0.4. The other 22 weights may be as large as they like: they are multiplied by 0. The figure does the same with the real numbers: there you see the strongest products, the rest and the bias. A button shows all 25.',
  },
}
