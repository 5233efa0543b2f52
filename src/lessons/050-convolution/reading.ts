import type { Reading } from '../reading.ts'

export const reading: readonly Reading[] = [
  {
    title: 'Image Kernels, explained visually',
    author: 'Victor Powell',
    kind: 'article',
    language: 'en',
    url: 'https://setosa.io/ev/image-kernels/',
    why: {
      de: 'Zum Ausprobieren: Filter, die ein Foto schärfen, weichzeichnen oder seine Kanten zeigen, auch am eigenen Bild.',
      en: 'To try out: filters that sharpen a photo, blur it or show its edges, on a picture of your own too.',
    },
  },
  {
    title: 'Faltungsmatrix',
    author: 'Wikipedia',
    kind: 'article',
    language: 'de',
    url: 'https://de.wikipedia.org/wiki/Faltungsmatrix',
    why: {
      de: 'Bekannte Filter der Bildbearbeitung mit ihren Zahlen. Die hat sich jemand ausgedacht, unsere werden gelernt.',
      en: 'Well-known filters of image editing with their numbers. Somebody thought those up, ours are learned.',
    },
  },
  {
    title: 'But what is a convolution?',
    author: '3Blue1Brown',
    kind: 'video',
    language: 'en',
    url: 'https://www.youtube.com/watch?v=KuXjwB4LzSA',
    why: {
      de: 'Dieselbe Rechnung bei Würfeln, Bildern und Polynomen, und wozu das Umdrehen in der Mathematik gut ist.',
      en: 'The same computation with dice, images and polynomials, and what the turning around is good for in mathematics.',
    },
  },
]
