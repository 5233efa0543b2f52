import type { Question } from '../question.ts'

export const question: Question = {
  kind: 'choice',
  ask: {
    de: 'Die ersten Gewichte sind Zufallszahlen mit Standardabweichung 0,1. Was weiter als 0,2 von null entfernt liegt, wird weggeworfen und neu gezogen. Was misst das Instrument bei Schritt 0?',
    en: 'The first weights are random numbers with standard deviation 0.1. Whatever lies further than 0.2 from zero is thrown away and drawn again. What does the instrument measure at step 0?',
  },
  options: [
    {
      id: 'equal',
      text: {
        de: 'Ziemlich genau 0,1: Aus dieser Verteilung stammen sie ja.',
        en: 'Almost exactly 0.1: that is the distribution they come from.',
      },
      right: false,
      feedback: {
        de: 'So wäre es, wenn nichts weggeworfen würde. Aber gerade die Werte fehlen, die weit außen liegen.',
        en: 'It would be so if nothing were thrown away. But just the values far out are missing.',
      },
    },
    {
      id: 'smaller',
      text: {
        de: 'Weniger als 0,1: Die weit entfernten Werte fehlen.',
        en: 'Less than 0.1: the values far away are missing.',
      },
      right: true,
      feedback: {
        de: 'Die Standardabweichung misst, wie weit die Werte vom Mittelwert weg liegen. Ohne die äußersten wird sie kleiner.',
        en: 'The standard deviation measures how far the values lie from their mean. Without the outermost ones it gets smaller.',
      },
    },
    {
      id: 'larger',
      text: {
        de: 'Mehr als 0,1: Es wird öfter gezogen, also kommt mehr Zufall hinein.',
        en: 'More than 0.1: there are more draws, so there is more chance in it.',
      },
      right: false,
      feedback: {
        de: 'Es wird wirklich öfter gezogen. Behalten wird aber nur, was nahe bei null liegt, und das macht die Verteilung schmaler.',
        en: 'There are more draws indeed. But only what lies near zero is kept, and that makes the distribution narrower.',
      },
    },
  ],
  explanation: {
    de: 'Es sind 0,088. Nur etwa 5 von 100 gezogenen Werten fallen weg, aber sie lägen am weitesten vom Mittelwert weg und zählen am meisten. Sieh unter „Kurven“ die Verteilung von fc1 an: Bei Schritt 0 ist die Standardabweichung 0,088, kleinster und größter Wert liegen bei −0,2 und 0,2. Beim Training ändert sich das dann langsam.',
    en: 'It is 0.088. Only about 5 of 100 drawn values are dropped, but they would lie furthest from the mean and count most. Look at the distribution of fc1 under “Scalars”: at step 0 the standard deviation is 0.088, and the smallest and the largest value are near −0.2 and 0.2. With training this changes slowly.',
  },
}
