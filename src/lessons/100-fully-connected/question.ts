import type { Question } from '../question.ts'

export const question: Question = {
  kind: 'choice',
  ask: {
    de: 'Stell dir Bilder mit 56 × 56 Pixeln vor statt mit 28 × 28. Sonst bleibt das Netz, wie es ist. Welche Schichten brauchen mehr gelernte Zahlen?',
    en: 'Imagine images of 56 × 56 pixels instead of 28 × 28. Otherwise the network stays as it is. Which layers need more learned numbers?',
  },
  options: [
    {
      id: 'none',
      text: {
        de: 'Keine: Die Schichten sind ja dieselben.',
        en: 'None: the layers are the same, after all.',
      },
      right: false,
      feedback: {
        de: 'Bei den Faltungen stimmt das: Filter aus 5 × 5 Gewichten passen auf jedes Bild. Ein Neuron braucht aber für jede Zahl, die es liest, ein eigenes Gewicht.',
        en: 'It is true of the convolutions: filters of 5 × 5 weights fit any image. But a neuron needs a weight of its own for every number it reads.',
      },
    },
    {
      id: 'all',
      text: {
        de: 'Alle, denn es sind viermal so viele Pixel.',
        en: 'All, for there are four times as many pixels.',
      },
      right: false,
      feedback: {
        de: 'Mehr zu rechnen hätten die Faltungen wirklich. Mehr zu lernen aber nicht: Dieselben Filter wandern dann nur über mehr Stellen.',
        en: 'The convolutions would really have more to compute. But they would have no more to learn: the same filters just move across more places.',
      },
    },
    {
      id: 'fc1',
      text: {
        de: 'Nur diese Schicht, fc1: rund viermal so viele.',
        en: 'Only this layer, fc1: about four times as many.',
      },
      right: true,
      feedback: {
        de: 'Aus 3\u202f136 Zahlen würden 14 × 14 × 64 = 12\u202f544, und jedes Neuron braucht für jede ein Gewicht.',
        en: '3,136 numbers would become 14 × 14 × 64 = 12,544, and each neuron needs a weight for every one of them.',
      },
    },
  ],
  explanation: {
    de: 'Nach zweimal Max-Pooling hätte jede Karte 14 × 14 Zellen statt 7 × 7. Damit hätte fc1 fast 13 Millionen gelernte Zahlen statt gut 3 Millionen. Die Filter blieben 5 × 5 groß, und die letzte Schicht läse weiter 1\u202f024 Neuronen. Der Balken in der Abbildung zeigt: Schon jetzt gehören fast alle gelernten Zahlen zu fc1.',
    en: 'After two times max pooling, each map would have 14 × 14 cells instead of 7 × 7. Then fc1 would have almost 13 million learned numbers instead of a little over 3 million. The filters would stay at 5 × 5, and the last layer would still read 1,024 neurons. The bar in the figure shows it: even now, nearly all learned numbers belong to fc1.',
  },
}
