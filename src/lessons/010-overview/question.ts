import type { Question } from '../question.ts'

export const question: Question = {
  kind: 'choice',
  ask: {
    de: 'Das Bild besteht aus 784 Zahlen, die Antwort aus zehn. Wo auf dem Weg dazwischen sind es am meisten?',
    en: 'The image is made of 784 numbers, the answer of ten. Where on the way between are there the most?',
  },
  options: [
    {
      id: 'image',
      text: {
        de: 'Im Bild selbst: Von Station zu Station werden es weniger.',
        en: 'In the image itself: with every station there are fewer.',
      },
      right: false,
      feedback: {
        de: 'Zum Ende hin werden es wirklich weniger. Aber am Anfang sucht die Faltung 32 Muster, und jedes bekommt eine Karte, so groß wie das Bild.',
        en: 'Towards the end there really are fewer. But at the beginning convolution looks for 32 patterns, and each gets a map as large as the image.',
      },
    },
    {
      id: 'first',
      text: { de: 'Nach der ersten Faltung.', en: 'After the first convolution.' },
      right: true,
      feedback: {
        de: '32 Karten, jede so groß wie das Bild: Nirgends sind mehr Zahlen unterwegs.',
        en: '32 maps, each as large as the image: nowhere are more numbers on their way.',
      },
    },
    {
      id: 'second',
      text: {
        de: 'Nach der zweiten Faltung: Sie sucht doppelt so viele Muster.',
        en: 'After the second convolution: it looks for twice as many patterns.',
      },
      right: false,
      feedback: {
        de: 'Doppelt so viele Karten sind es. Nur hat das Max-Pooling davor jede auf ein Viertel ihrer Zahlen verkleinert.',
        en: 'There are twice as many maps. But the max pooling before has shrunk each to a quarter of its numbers.',
      },
    },
    {
      id: 'neurons',
      text: {
        de: 'Dort, wo alles mit allem verbunden ist.',
        en: 'Where everything is connected to everything.',
      },
      right: false,
      feedback: {
        de: 'Die meisten gelernten Zahlen sitzen dort, über drei Millionen. Weitergegeben werden aber nur 1\u202f024 Werte, einer je Neuron.',
        en: 'Most of the learned numbers are there, more than three million. But only 1,024 values are passed on, one for each neuron.',
      },
    },
  ],
  explanation: {
    de: 'Aus 784 Zahlen werden 28 × 28 × 32 = 25\u202f088. Max-Pooling lässt ein Viertel davon übrig, 6\u202f272. Die zweite Faltung macht daraus 12\u202f544, das zweite Max-Pooling wieder ein Viertel, 3\u202f136. Sieh in der Abbildung nach: Oben steht zu jeder Station ihre Form.',
    en: '784 numbers become 28 × 28 × 32 = 25,088. Max pooling leaves a quarter of them, 6,272. The second convolution turns those into 12,544, the second max pooling leaves a quarter again, 3,136. Look it up in the figure: above, each station shows its shape.',
  },
}
