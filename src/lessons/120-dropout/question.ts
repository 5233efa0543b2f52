import type { Question } from '../question.ts'

export const question: Question = {
  kind: 'choice',
  ask: {
    de: 'Das Training ist vorbei, das Netz soll antworten. Alle 1 024 Neuronen sind an. Was muss man an ihren Werten ändern, damit die nächste Schicht gewohnt große Summen bekommt?',
    en: 'Training is over, the network is to answer. All 1,024 neurons are on. What must be done to their values so that the next layer gets sums of the usual size?',
  },
  options: [
    {
      id: 'halve',
      text: {
        de: 'Halbieren, denn es sind doppelt so viele an wie im Training.',
        en: 'Halve them, for twice as many are on as in training.',
      },
      right: false,
      feedback: {
        de: 'Gut gedacht, und genauso machte es die erste Fassung von Dropout. Hier ist das schon erledigt: Wer im Training an bleibt, zählt dort doppelt.',
        en: 'Well reasoned, and the first version of dropout did just that. Here it is taken care of already: in training, those that stay on count double.',
      },
    },
    {
      id: 'double',
      text: {
        de: 'Verdoppeln, wie im Training.',
        en: 'Double them, as in training.',
      },
      right: false,
      feedback: {
        de: 'Verdoppelt wird, um die fehlende Hälfte auszugleichen. Jetzt fehlt keine: Die Summen würden doppelt so groß wie gewohnt.',
        en: 'The doubling makes up for the half that is missing. Now nothing is missing: the sums would be twice their usual size.',
      },
    },
    {
      id: 'nothing',
      text: {
        de: 'Gar nichts.',
        en: 'Nothing at all.',
      },
      right: true,
      feedback: {
        de: 'Das Teilen durch die Behaltewahrscheinlichkeit hat schon im Training dafür gesorgt, dass die Summen im Mittel gleich groß sind.',
        en: 'Dividing by the keep probability has already seen to it in training that the sums are equally large on average.',
      },
    },
  ],
  explanation: {
    de: 'Stell den Regler auf 1: Die Maske ist voll, jeder Wert wird mal 1 genommen, und das dritte Bild ist dasselbe wie das erste. So antwortet das Netz. In der Tabelle sind dann alle 20 Durchgänge gleich.',
    en: 'Set the slider to 1: the mask is full, every value is multiplied by 1, and the third picture is the same as the first. This is how the network answers. In the table, all 20 passes are then alike.',
  },
}
