import type { Question } from '../question.ts'

export const question: Question = {
  kind: 'number',
  ask: {
    de: 'Das Logit der 3 ist um 2 größer als das der 5. Wievielmal so groß ist der Anteil der 3?',
    en: 'The logit of 3 is larger by 2 than that of 5. How many times as large is the share of 3?',
  },
  answer: Math.exp(2),
  tolerance: 0.1,
  decimals: 3,
  feedback: {
    right: {
      de: 'Jeder Punkt Vorsprung nimmt einmal mit 2,718 mal. Zwei Punkte tun es zweimal.',
      en: 'Every point of the lead multiplies by 2.718 once. Two points do it twice.',
    },
    tooLow: {
      de: 'Ein Punkt Vorsprung macht den Anteil 2,718-mal so groß. Der zweite nimmt noch einmal mit 2,718 mal; er zählt nicht 2,718 dazu.',
      en: 'One point of the lead makes the share 2.718 times as large. The second multiplies by 2.718 once more; it does not add 2.718.',
    },
    tooHigh: {
      de: 'Ein Vorsprung wächst schnell, aber so schnell noch nicht: Ein Punkt nimmt mit 2,718 mal, der zweite noch einmal.',
      en: 'A lead grows fast, but not as fast as that: one point multiplies by 2.718, the second does so once more.',
    },
  },
  explanation: {
    de: '2,718 × 2,718 ist etwa 7,389, also e hoch 2. Ob die beiden Logits 2 und 0 heißen oder 12 und 10, spielt dabei keine Rolle. Prüf es an der Abbildung: Unter „Woher ein Logit kommt“ kannst du zwei Ziffern vergleichen. Ganz unten steht ihr Vorsprung und wievielmal so groß der Anteil darum ist.',
    en: '2.718 × 2.718 is about 7.389, that is e to the power of 2. Whether the two logits are 2 and 0 or 12 and 10 makes no difference. Check it in the figure: under “Where a logit comes from” you can compare two digits. At the bottom stand the lead and how many times as large it makes the share.',
  },
}
