import type { Question } from '../question.ts'

export const question: Question = {
  kind: 'choice',
  ask: {
    de: 'Du trainierst noch einmal, genauso lange und mit denselben Bildern, nur mit einem anderen Startwert. Welche 32 Filter kommen heraus?',
    en: 'You train again, for as long and with the same images, only with another seed. Which 32 filters come out?',
  },
  options: [
    {
      id: 'same',
      text: {
        de: 'Dieselben: Es sind ja dieselben Ziffern zu lesen.',
        en: 'The same: after all, the digits to be read are the same.',
      },
      right: false,
      feedback: {
        de: 'Die Aufgabe ist dieselbe, der Anfang aber nicht. Vergleiche das erste und das zweite Bild: Jeder Filter bleibt nahe bei dem, was gewürfelt wurde.',
        en: 'The task is the same, but the start is not. Compare the first and the second picture: each filter stays close to what was drawn at random.',
      },
    },
    {
      id: 'order',
      text: {
        de: 'Dieselben in anderer Reihenfolge: Jeder Platz kann jedes Muster lernen.',
        en: 'The same in another order: any place can learn any pattern.',
      },
      right: false,
      feedback: {
        de: 'Die Reihenfolge ist wirklich beliebig. Aber das Training sucht nicht die 32 besten Filter der Welt, es verbessert die, die gewürfelt wurden.',
        en: 'The order is indeed arbitrary. But training does not search for the 32 best filters in the world, it improves those that were drawn.',
      },
    },
    {
      id: 'others',
      text: {
        de: 'Andere, und das Netz liest damit etwa genauso gut.',
        en: 'Others, and the network reads about as well with them.',
      },
      right: true,
      feedback: {
        de: 'Viele verschiedene Sätze von Filtern taugen fürs Lesen. Keiner davon ist der eine richtige.',
        en: 'Many different sets of filters are good for reading. None of them is the one right set.',
      },
    },
    {
      id: 'luck',
      text: {
        de: 'Andere, und ob das Netz damit lesen lernt, ist Glückssache.',
        en: 'Others, and whether the network learns to read with them is a matter of luck.',
      },
      right: false,
      feedback: {
        de: 'Andere Filter, das stimmt. Glück braucht es kaum: Unter 32 zufälligen Mustern ist immer genug dabei, womit sich etwas anfangen lässt.',
        en: 'Other filters, that is right. It takes hardly any luck: among 32 random patterns there is always enough to work with.',
      },
    },
  ],
  explanation: {
    de: 'Probier es aus: „Neu beginnen“, dann „Neuer Startwert“. Schon das erste Bild ist ein anderes, und nach dem Training ist auch das zweite anders. Die Genauigkeit unten rechts kommt trotzdem fast auf denselben Wert.',
    en: 'Try it: “Start over”, then “New seed”. The first picture is another one already, and after training so is the second. The accuracy at the bottom right still arrives at nearly the same value.',
  },
}
