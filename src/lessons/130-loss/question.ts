import type { Question } from '../question.ts'

/** Nine images cost −ln 1 = 0, the tenth −ln 0.0001. */
const meanLoss = -Math.log(0.0001) / 10

export const question: Question = {
  kind: 'number',
  ask: {
    de: 'Zehn Bilder: Bei neun ist das Netz völlig sicher und hat recht, p = 1. Beim zehnten ist es fast so sicher und irrt sich; die richtige Ziffer bekommt p = 0,0001. Wie groß ist der Verlust im Mittel?',
    en: 'Ten images: of nine, the network is entirely sure, and right: p = 1. Of the tenth it is nearly as sure, and wrong; the right digit gets p = 0.0001. How large is the mean loss?',
  },
  answer: meanLoss,
  tolerance: 0.02,
  decimals: 3,
  feedback: {
    right: {
      de: 'Neunmal null und einmal 9,21, geteilt durch zehn.',
      en: 'Nine times zero and once 9.21, divided by ten.',
    },
    tooLow: {
      de: 'Die neun richtigen kosten tatsächlich nichts. Der eine Irrtum ist aber teuer: p = 0,0001 ist viermal ein Zehntel, und jedes Zehntel kostet 2,303.',
      en: 'The nine right ones cost nothing indeed. But the one mistake is expensive: p = 0.0001 is a tenth four times over, and each tenth costs 2.303.',
    },
    tooHigh: {
      de: 'Der eine Irrtum ist teuer: viermal 2,303. Er verteilt sich aber auf zehn Bilder, und die anderen neun kosten nichts.',
      en: 'The one mistake is expensive: four times 2.303. But it is shared among ten images, and the other nine cost nothing.',
    },
  },
  explanation: {
    de: '0,0001 = 0,1 · 0,1 · 0,1 · 0,1, also kostet das zehnte Bild 4 · 2,303 ≈ 9,21. Das Mittel ist 0,921. Fast so groß wäre es, wenn das Netz bei allen zehn nur p = 0,4 sagte: −ln 0,4 ≈ 0,916. Ein einziger sicherer Irrtum wiegt schwer. Darum ist der Verlust am Anfang so groß: Da irrt sich das Netz bei fast jedem Bild, und das richtige p ist winzig. Sieh dir andere Ziffern auf der Kurve an, am besten vor dem ersten Schritt.',
    en: '0.0001 = 0.1 · 0.1 · 0.1 · 0.1, so the tenth image costs 4 · 2.303 ≈ 9.21. The mean is 0.921. It would be nearly as large if the network said only p = 0.4 of all ten: −ln 0.4 ≈ 0.916. A single confident mistake weighs heavily. That is why the loss is so large at the start: there the network is wrong about nearly every image, and the right p is tiny. Look at other digits on the curve, best before the first step.',
  },
}
