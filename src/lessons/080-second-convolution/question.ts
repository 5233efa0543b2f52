import type { Question } from '../question.ts'

export const question: Question = {
  kind: 'choice',
  ask: {
    de: 'Du ersetzt Karte 5 der 32 durch lauter Nullen. In wie vielen der 64 neuen Karten kann sich dadurch etwas ändern?',
    en: 'You replace map 5 of the 32 by nothing but zeros. In how many of the 64 new maps can this change anything?',
  },
  options: [
    {
      id: 'one',
      text: { de: 'In einer: der neuen Karte 5.', en: 'In one: the new map 5.' },
      right: false,
      feedback: {
        de: 'So wäre es, wenn jede Karte genau einen Nachfolger hätte. Ein Filter liest hier aber nicht eine Karte, sondern alle 32.',
        en: 'It would be so if every map had exactly one successor. But here a filter reads not one map but all 32.',
      },
    },
    {
      id: 'two',
      text: { de: 'In zweien: 64 ist das Doppelte von 32.', en: 'In two: 64 is twice 32.' },
      right: false,
      feedback: {
        de: 'Aus 32 werden 64, das stimmt. Die Filter teilen sich die Karten aber nicht auf: Jeder liest alle.',
        en: '32 do become 64. But the filters do not divide the maps among themselves: each of them reads all.',
      },
    },
    {
      id: 'all',
      text: { de: 'In allen 64.', en: 'In all 64.' },
      right: true,
      feedback: {
        de: 'Jeder der 64 Filter hat einen Filterkanal für Karte 5.',
        en: 'Each of the 64 filters has a filter channel for map 5.',
      },
    },
  ],
  explanation: {
    de: 'Jedes neue Pixel ist eine Summe aus 32 Beiträgen, und einer davon kommt aus Karte 5. Du siehst es in der Ansicht „Alle 2\u202f048 Filterkanäle“: In Zeile 5 der Wand liegen 64 Filterkanäle, einer von jedem Filter. Sie alle lesen Karte 5.',
    en: 'Every new pixel is a sum of 32 contributions, and one of them comes from map 5. You can see it in the view “All 2,048 filter channels”: row 5 of the wall holds 64 filter channels, one of each filter. All of them read map 5.',
  },
}
