/** What the tape is and is not; the words come with the window. */

const de = {
  kept: (count: string, size: string, budget: string) =>
    `Auf dem Band steht das ganze Netz bei ${count} Schritten (${size} von höchstens ${budget}): anfangs dicht, dann alle 100. Jeder Strich ist ein solcher Schritt; wird es voll, fallen welche dazwischen weg.`,
  between:
    'Dazwischen ist nichts bekannt, und nichts wird erfunden: Der Knopf springt von Strich zu Strich. Bilder und Zahlen werden mit den Gewichten dieses Schritts neu gerechnet, für die Ziffer, die du gerade zeigst.',
  tolerance: (tolerance: string) =>
    `Die Gewichte von conv1, conv2 und fc2 und alle Bias sind bis aufs letzte Bit die von damals. Die 3\u202f211\u202f264 von fc1 sind gerundet, jedes um höchstens ${tolerance}; Summen gehen trotzdem auf, weil sie mit den gerundeten gerechnet sind.`,
  exact: 'Alle Gewichte sind bis aufs letzte Bit die von damals.',
  scale: 'Der Maßstab ist die dritte Wurzel der Schrittzahl: Am Anfang geschieht am meisten.',
}

export type AboutTapeWords = typeof de

const en: AboutTapeWords = {
  kept: (count, size, budget) =>
    `The tape holds the whole network at ${count} steps (${size} of at most ${budget}): close together at first, then every 100. Each mark is such a step; when the tape is full, some in between make room.`,
  between:
    'Between them nothing is known and nothing is invented: the knob jumps from mark to mark. Pictures and numbers are computed anew with the weights of that step, for the digit you are looking at.',
  tolerance: (tolerance) =>
    `The weights of conv1, conv2 and fc2 and all biases are those of that step, to the last bit. The 3,211,264 of fc1 are rounded, each by at most ${tolerance}; sums still add up, because they are computed with the rounded ones.`,
  exact: 'All weights are those of that step, to the last bit.',
  scale: 'The scale is the cube root of the step: most happens at the beginning.',
}

export const aboutTapeWords = { de, en }
