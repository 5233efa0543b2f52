import type { Reading } from '../reading.ts'

export const reading: readonly Reading[] = [
  {
    title: 'Beurteilung eines binären Klassifikators',
    author: 'Wikipedia',
    kind: 'article',
    language: 'de',
    url: 'https://de.wikipedia.org/wiki/Beurteilung_eines_bin%C3%A4ren_Klassifikators',
    why: {
      de: 'Die Konfusionsmatrix für zwei Klassen, und warum die Genauigkeit allein manchmal täuscht.',
      en: 'The confusion matrix for two classes, and why accuracy alone is sometimes deceptive.',
    },
  },
  {
    title: 'Pervasive Label Errors in Test Sets Destabilize Machine Learning Benchmarks',
    author: 'Northcutt, Athalye, Mueller (2021)',
    kind: 'paper',
    language: 'en',
    url: 'https://arxiv.org/abs/2103.14749',
    why: {
      de: 'Manchmal irrt das Label, nicht das Netz: falsche Labels in bekannten Testdaten, auch in MNIST.',
      en: 'Sometimes the label is wrong, not the network: label errors in well-known test sets, MNIST among them.',
    },
  },
  {
    title: 'Do ImageNet Classifiers Generalize to ImageNet?',
    author: 'Recht, Roelofs, Schmidt, Shankar (2019)',
    kind: 'paper',
    language: 'en',
    url: 'https://arxiv.org/abs/1902.10811',
    why: {
      de: 'Was passiert, wenn man berühmte Netze auf frisch gesammelten Testbildern noch einmal prüft.',
      en: 'What happens when famous networks are checked once more on freshly collected test images.',
    },
  },
]
