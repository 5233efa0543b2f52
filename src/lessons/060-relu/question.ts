import type { Question } from '../question.ts'

export const question: Question = {
  kind: 'choice',
  ask: {
    de: 'Du nimmst ReLU zwischen zwei Faltungen heraus. Was kann das Netz dann noch?',
    en: 'You take ReLU out from between two convolutions. What can the network still do?',
  },
  options: [
    {
      id: 'nothing',
      text: {
        de: 'Gar nichts mehr: Ohne ReLU lernt es nicht.',
        en: 'Nothing: without ReLU it does not learn.',
      },
      right: false,
      feedback: {
        de: 'Lernen kann es noch. Auch ein Netz ganz ohne Knick erkennt viele Ziffern. Ihm fehlt etwas anderes.',
        en: 'It can still learn. Even a network without any bend recognizes many digits. What it lacks is something else.',
      },
    },
    {
      id: 'one',
      text: {
        de: 'So viel wie mit einer einzigen, größeren Faltung.',
        en: 'As much as with one single, larger convolution.',
      },
      right: true,
      feedback: {
        de: 'Malnehmen und Zusammenzählen, zweimal hintereinander, ist wieder Malnehmen und Zusammenzählen.',
        en: 'Multiplying and adding up, twice in a row, is multiplying and adding up again.',
      },
    },
    {
      id: 'same',
      text: {
        de: 'Genauso viel: ReLU wirft ja nur weg.',
        en: 'Just as much: all ReLU does is throw away.',
      },
      right: false,
      feedback: {
        de: 'Das Wegwerfen ist gerade der Punkt: Was die zweite Faltung bekommt, hängt jetzt davon ab, was die erste gefunden hat.',
        en: 'The throwing away is the point: what the second convolution gets now depends on what the first one found.',
      },
    },
  ],
  explanation: {
    de: 'Zwei 5 × 5-Faltungen direkt hintereinander sehen 9 × 9 Pixel und ergeben, abgesehen vom Bildrand, dasselbe wie eine Faltung mit einem 9 × 9-Filter. Das gilt für jede Kette von Faltungen. Erst der Knick dazwischen verhindert, dass man sie zu einer zusammenfassen kann.',
    en: 'Two 5 × 5 convolutions in a row see 9 × 9 pixels and, apart from the border of the image, give the same as one convolution with a 9 × 9 filter. That holds for every chain of convolutions. Only the bend between them keeps them from being merged into one.',
  },
}
