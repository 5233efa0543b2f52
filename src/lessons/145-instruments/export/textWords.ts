/** Words that TensorBoard shows: the text `run` and what stands beside the tags. Markdown. */
import type { ExportTexts } from '../../../protocol/export.ts'
import type { TraceClock } from '../../../protocol/record.ts'

const sheet = {
  de: 'Zwischen ihnen ist das Bild durchsichtig. Die Grenzen, die man zum Zurückrechnen braucht, stehen im Text `run`.',
  en: 'Between them the picture is transparent. The limits needed to get back to the values are in the text `run`.',
}

const de = {
  title: (seed: string) => `Faltwerk: Lauf mit Startwert ${seed}`,
  splits: {
    train: 'Training: der Batch jedes Schritts, wie das Update ihn sah, mit Dropout.',
    test: 'Testdaten: die Auswertungen des Laufs, ohne Dropout. Gewichte und Bias sind dieselben wie in `train`.',
  },
  setting: 'Einstellung',
  value: 'Wert',
  seed: 'Startwert',
  steps: 'Schritte',
  ofLimit: (step: string, limit: string) => `${step} von ${limit}`,
  data: 'Daten',
  backend: 'Rechenweg',
  unknown: 'unbekannt',
  kernels: { fma: 'a · b + c einmal gerundet (FMA)', simd: 'a · b + c zweimal gerundet' },
  batch: 'Batch',
  images: (count: string) => `${count} Bilder`,
  optimizer: 'Optimierungsverfahren',
  adam: (rate: string, beta1: string, beta2: string, epsilon: string) =>
    `Adam, Lernrate ${rate}, β1 ${beta1}, β2 ${beta2}, ε ${epsilon}`,
  keep: 'Behaltewahrscheinlichkeit',
  keepValue: (train: string) => `${train} im Training, 1 sonst`,
  recorded: 'Aufgezeichnet',
  recordedValue: (summaries: string, curve: string) =>
    `Bilder und Verteilungen an ${summaries} Schritten; ${curve} einzelne Schritte`,
  digits: 'Ziffern und Labels',
  digitsNote: 'Labels der zehn Ziffern unter `input/preprocess`, je Schritt:',
  scaleTitle: 'Was die Helligkeit bedeutet',
  scale:
    'Bilder haben 8 Bit je Pixel. Ziffern, Faltungsergebnisse und gepoolte Karten: Wert = Byte / 255 · Grenze. Filter: Wert = (Byte − 128) / 127 · Grenze, 128 ist genau null. Bei Ziffern ist die Grenze 1, sonst gilt eine je Schicht und Schritt:',
  step: 'Schritt',
  filters: (layer: string) => `Filter ${layer}`,
  evaluationsTitle: 'Auswertungen',
  evaluation: ['Schritt', 'n', 'richtig', 'Genauigkeit', '95-%-Intervall', 'Kreuzentropie'],
  interval: (low: string, high: string) => `${low} bis ${high}`,
  noEvaluation: 'Noch keine.',
  timesTitle: 'Zeiten',
  times:
    'Uhrzeiten gibt es nur für die aufgezeichneten Schritte. Die Schritte dazwischen sind gleichmäßig verteilt, Pausen eingeschlossen.',
  trace: (clock: string) =>
    `Zeit und Speicher einzelner Schritte stehen beim Graphen (\`step_0100\` …). Gemessen mit: ${clock}. Was zusammen gerechnet wird, ist auf den Knoten gebucht, dessen Ergebnis es schreibt; der Speicher ist der des Ergebnisses.`,
  node: 'Knoten',
  together: 'mit ihm gerechnet, ohne eigene Zeit',
  clocks: {
    'gpu-timestamps': 'Zeitstempeln der GPU',
    waiting: 'der Uhr, wobei auf das Ende jeder Operation gewartet wurde',
    synchronous: 'der Uhr, eine Operation nach der anderen',
  } satisfies Record<TraceClock, string>,
  about: {
    train: {
      loss: 'Mittlere Kreuzentropie des Batches, wie das Update ihn sah: davor, mit Dropout.',
      accuracy: 'Anteil richtiger Antworten im Batch, wie das Update ihn sah, mit Dropout.',
      accuracyWithoutDropout:
        'Anteil richtiger Antworten im Batch des Schritts, nach dem Update und ohne Dropout.',
      keepProbability: 'Mit dieser Wahrscheinlichkeit bleibt ein Neuron von fc1 im Training an.',
      digits: 'Die ersten zehn Bilder des Batches. Ihre Labels stehen im Text `run`.',
      filters: `Alle Filter der Schicht; in der ersten acht in jeder Zeile, in der zweiten eine Zeile für jeden der 64 Filter mit seinen 32 Filterkanälen. Mittleres Grau (128) ist null. ${sheet.de}`,
      maps: `Alle Karten der Schicht für die erste der zehn Ziffern, ohne Dropout; acht in jeder Zeile. Schwarz ist null. ${sheet.de}`,
    },
    test: {
      loss: 'Mittlere Kreuzentropie der ausgewerteten Testbilder, ohne Dropout.',
      accuracy:
        'Anteil richtiger Antworten bei den ausgewerteten Testbildern. Ihre Zahl n und das 95-%-Intervall stehen im Text `run`.',
      accuracyWithoutDropout: '',
      keepProbability: 'Bei der Auswertung bleiben alle Neuronen an.',
      digits: 'Die ersten zehn Testbilder, immer dieselben. Ihre Labels stehen im Text `run`.',
      filters: `Alle Filter der Schicht, dieselben wie in \`train\`. Mittleres Grau (128) ist null. ${sheet.de}`,
      maps: `Alle Karten der Schicht für das erste Testbild; acht in jeder Zeile. Schwarz ist null. ${sheet.de}`,
    },
  } satisfies Record<'train' | 'test', ExportTexts['about']>,
}

export type TextWords = typeof de

const en: TextWords = {
  title: (seed) => `Faltwerk: run with seed ${seed}`,
  splits: {
    train: 'Training: the batch of each step as the update saw it, with dropout.',
    test: 'Test data: the evaluations of the run, without dropout. Weights and biases are the same as in `train`.',
  },
  setting: 'Setting',
  value: 'Value',
  seed: 'Seed',
  steps: 'Steps',
  ofLimit: (step, limit) => `${step} of ${limit}`,
  data: 'Data',
  backend: 'Compute',
  unknown: 'unknown',
  kernels: { fma: 'a · b + c rounded once (FMA)', simd: 'a · b + c rounded twice' },
  batch: 'Batch',
  images: (count) => `${count} images`,
  optimizer: 'Optimizer',
  adam: (rate, beta1, beta2, epsilon) =>
    `Adam, learning rate ${rate}, β1 ${beta1}, β2 ${beta2}, ε ${epsilon}`,
  keep: 'Keep probability',
  keepValue: (train) => `${train} in training, 1 otherwise`,
  recorded: 'Recorded',
  recordedValue: (summaries, curve) =>
    `images and distributions at ${summaries} steps; ${curve} single steps`,
  digits: 'Digits and labels',
  digitsNote: 'Labels of the ten digits under `input/preprocess`, for each step:',
  scaleTitle: 'What the brightness means',
  scale:
    'Images have 8 bits per pixel. Digits, convolved maps and pooled maps: value = byte / 255 · limit. Filters: value = (byte − 128) / 127 · limit, 128 is exactly zero. For digits the limit is 1; otherwise there is one for each layer and step:',
  step: 'Step',
  filters: (layer) => `filters ${layer}`,
  evaluationsTitle: 'Evaluations',
  evaluation: ['Step', 'n', 'right', 'Accuracy', '95% interval', 'Cross-entropy'],
  interval: (low, high) => `${low} to ${high}`,
  noEvaluation: 'None yet.',
  timesTitle: 'Times',
  times:
    'Only recorded steps have a time of their own. The steps between them are spread evenly, pauses included.',
  trace: (clock) =>
    `Time and memory of single steps are with the graph (\`step_0100\` …). Measured with ${clock}. What is computed together is booked on the node whose result it writes; the memory is that of the result.`,
  node: 'Node',
  together: 'computed with it, without a time of their own',
  clocks: {
    'gpu-timestamps': 'timestamps of the GPU',
    waiting: 'the clock, waiting for the end of each operation',
    synchronous: 'the clock, one operation after another',
  },
  about: {
    train: {
      loss: 'Mean cross-entropy of the batch as the update saw it: before it, with dropout.',
      accuracy: 'Share of right answers in the batch as the update saw it, with dropout.',
      accuracyWithoutDropout:
        'Share of right answers in the batch of the step, after the update and without dropout.',
      keepProbability: 'With this probability a neuron of fc1 stays on in training.',
      digits: 'The first ten images of the batch. Their labels are in the text `run`.',
      filters: `All filters of the layer; in the first, eight in each row; in the second, a row for each of the 64 filters with its 32 filter channels. Middle grey (128) is zero. ${sheet.en}`,
      maps: `All maps of the layer for the first of the ten digits, without dropout; eight in each row. Black is zero. ${sheet.en}`,
    },
    test: {
      loss: 'Mean cross-entropy of the test images evaluated, without dropout.',
      accuracy:
        'Share of right answers among the test images evaluated. Their number n and the 95% interval are in the text `run`.',
      accuracyWithoutDropout: '',
      keepProbability: 'In the evaluation all neurons stay on.',
      digits: 'The first ten test images, always the same ones. Their labels are in the text `run`.',
      filters: `All filters of the layer, the same as in \`train\`. Middle grey (128) is zero. ${sheet.en}`,
      maps: `All maps of the layer for the first test image; eight in each row. Black is zero. ${sheet.en}`,
    },
  },
}

export const textWords = { de, en }
