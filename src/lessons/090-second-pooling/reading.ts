import type { Reading } from '../reading.ts'

export const reading: readonly Reading[] = [
  {
    title: 'Computing Receptive Fields of Convolutional Neural Networks',
    author: 'Araujo, Norris, Sim, Distill (2019)',
    kind: 'article',
    language: 'en',
    url: 'https://distill.pub/2019/computing-receptive-fields/',
    why: {
      de: 'Dieselbe Rechnung für beliebige Netze, und wie groß die Felder in den berühmten sind.',
      en: 'The same calculation for any network, and how large the fields are in the famous ones.',
    },
  },
  {
    title: 'Rezeptives Feld',
    author: 'Wikipedia',
    kind: 'article',
    language: 'de',
    url: 'https://de.wikipedia.org/wiki/Rezeptives_Feld',
    why: {
      de: 'Woher der Name kommt: Auch jede Nervenzelle im Auge sieht nur ein Stück der Welt.',
      en: 'Where the name comes from: each nerve cell of the eye, too, sees only a piece of the world.',
    },
  },
  {
    title: 'Understanding the Effective Receptive Field in Deep Convolutional Neural Networks',
    author: 'Luo, Li, Urtasun, Zemel (2016)',
    kind: 'paper',
    language: 'en',
    url: 'https://arxiv.org/abs/1701.04128',
    why: {
      de: 'Warum die Mitte des Feldes mehr zählt als sein Rand, gerechnet und gemessen.',
      en: 'Why the middle of the field counts for more than its border, calculated and measured.',
    },
  },
]
