import type { Reading } from '../reading.ts'

export const reading: readonly Reading[] = [
  {
    title: 'Überanpassung',
    author: 'Wikipedia',
    kind: 'article',
    language: 'de',
    url: 'https://de.wikipedia.org/wiki/%C3%9Cberanpassung',
    why: {
      de: 'Wogegen Dropout hilft: wie ein Modell Beispiele auswendig lernt, und woran man es merkt.',
      en: 'What dropout helps against: how a model learns examples by heart, and how one notices.',
    },
  },
  {
    title: 'Dropout: A Simple Way to Prevent Neural Networks from Overfitting',
    author: 'Srivastava, Hinton, Krizhevsky, Sutskever, Salakhutdinov (2014)',
    kind: 'paper',
    language: 'en',
    url: 'https://jmlr.org/papers/v15/srivastava14a.html',
    why: {
      de: 'Die Arbeit dazu, gut lesbar: mit Bildern von Filtern mit und ohne Dropout, auch an MNIST.',
      en: 'The paper itself, a good read: with pictures of filters with and without dropout, on MNIST too.',
    },
  },
  {
    title: 'Dropout as a Bayesian Approximation',
    author: 'Gal, Ghahramani (2016)',
    kind: 'paper',
    language: 'en',
    url: 'https://proceedings.mlr.press/v48/gal16.html',
    why: {
      de: 'Warum man Dropout beim Antworten doch anlassen kann: Die Streuung verrät, wie unsicher das Netz ist.',
      en: 'Why one may leave dropout on after all when answering: the scatter tells how unsure the network is.',
    },
  },
]
