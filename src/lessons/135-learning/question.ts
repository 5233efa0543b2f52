import type { Question } from '../question.ts'

export const question: Question = {
  kind: 'choice',
  ask: {
    de: 'Der allererste Schritt. Bei einem Gewicht ist der Gradient tausendmal so groß wie bei einem anderen. Wie viel stärker ändert Adam das erste?',
    en: 'The very first step. For one weight the gradient is a thousand times as large as for another. How much more does Adam change the first?',
  },
  options: [
    {
      id: 'thousand',
      text: { de: 'tausendmal so viel', en: 'a thousand times as much' },
      right: false,
      feedback: {
        de: 'So macht es der einfache Gradientenabstieg: Änderung gleich Lernrate mal Gradient. Adam teilt aber noch durch die übliche Größe dieses Gradienten.',
        en: 'That is plain gradient descent: update equals learning rate times gradient. But Adam also divides by the usual size of that gradient.',
      },
    },
    {
      id: 'root',
      text: { de: 'etwa dreißigmal so viel', en: 'about thirty times as much' },
      right: false,
      feedback: {
        de: 'Eine Wurzel kommt tatsächlich vor, aber eine aus Quadraten: Die Wurzel aus g · g ist wieder die Größe von g selbst, und durch sie wird geteilt.',
        en: 'There is a root indeed, but one of squares: the root of g · g is the size of g itself again, and that is what divides.',
      },
    },
    {
      id: 'same',
      text: { de: 'genauso viel', en: 'just as much' },
      right: true,
      feedback: {
        de: 'Beim ersten Schritt bleibt vom Gradienten nur das Vorzeichen.',
        en: 'In the first step only the sign of the gradient is left.',
      },
    },
  ],
  explanation: {
    de: 'Im ersten Schritt ist m nach dem Ausgleich genau g und die Wurzel aus v genau die Größe von g. Ihr Quotient ist +1 oder −1, also ändert sich jedes Gewicht um 0,0001, die Lernrate. Nur wo der Gradient null ist, bleibt es stehen. Fang neu an, mach den ersten Schritt in Zeitlupe, geh zu „Adam“ und vergleich ein Gewicht in kräftiger Farbe mit einem blassen. In späteren Schritten zählt, ob sich die Gradienten einig sind.',
    en: 'In the first step m, made good, is exactly g, and the root of v exactly the size of g. Their quotient is +1 or −1, so every weight changes by 0.0001, the learning rate. Only where the gradient is zero does it stay. Start over, take the first step in slow motion, go to “Adam” and compare a weight in strong colour with a pale one. In later steps it counts whether the gradients agree.',
  },
}
