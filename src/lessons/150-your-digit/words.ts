const de = {
  draw: 'Zeichne eine Ziffer',
  watch: 'Diese ansehen',
  answer: 'Was das Netz liest',
  nothing: 'noch keine Werte',
  answerNow: (digit: string, share: string) => `am größten bei der ${digit}: ${share}`,
  notDrawn: 'Noch nichts gezeichnet.',
  notWatched: 'Gerade läuft ein anderes Bild durch das Netz, nicht deine Zeichnung.',
  reads: (digit: string, share: string) => `Es liest ${digit} (${share}).`,
  meant: 'Welche Ziffer war gemeint?',
  right: (meant: string) => `Gemeint ${meant}: richtig gelesen.`,
  wrong: (meant: string, read: string) => `Gemeint ${meant}, gelesen ${read}: falsch.`,
  tally: (drawn: string, right: string) =>
    `Bei diesem Besuch: ${drawn} gezeichnet, ${right} richtig gelesen.`,
  preparation: 'Die Vorbereitung, in Pixeln',
  drawing: '1 Kasten',
  drawingCaption: (width: string, height: string, side: string) =>
    `${width}\u00a0×\u00a0${height} von ${side}\u00a0×\u00a0${side}`,
  crop: '2 Ausschnitt',
  cropCaption: (width: string, height: string) => `${width}\u00a0×\u00a0${height}`,
  scaled: '3 Verkleinert',
  scaledCaption: (factor: string, width: string, height: string) =>
    `mal ${factor}: ${width}\u00a0×\u00a0${height}`,
  placed: '4 Eingesetzt',
  placedCaption: (left: string, top: string, column: string, row: string) =>
    `${left} rechts, ${top} abwärts; Schwerpunkt: Spalte ${column}, Zeile ${row}`,
  average: 'Durchschnitt',
  averageOf: 'Durchschnitt der',
  averageFollows: 'Antwort',
  averageCaption: (digit: string, count: string) => `${count} Bilder der ${digit}`,
  averageWaits: 'wird berechnet',
  empty: 'noch leer',
  filled: 'deine Zeichnung',
  likeness: 'Ähnlichste Trainingsbilder',
  looking: 'Sucht die ähnlichsten Trainingsbilder …',
  likenessHint:
    'Zeichne: Hier stehen dann die ähnlichsten Trainingsbilder. Ein Klick schickt eines durchs Netz.',
  nearest: 'Die ähnlichsten Trainingsbilder',
  nearImage: (index: string, label: string, distance: string) =>
    `Trainingsbild ${index}, Label ${label}, Abstand ${distance}`,
  usual: (asFar: string, compared: string) =>
    `${asFar} von ${compared} Testziffern sind ebenso weit von den Trainingsdaten entfernt, oder weiter: nicht ungewöhnlich.`,
  unusual: (asFar: string, compared: string) =>
    `Nur ${asFar} von ${compared} Testziffern ${asFar === '1' ? 'ist' : 'sind'} so weit von den Trainingsdaten entfernt. Trau der Antwort nicht.`,
  unusualNone: (compared: string) =>
    `Keine von ${compared} Testziffern ist so weit von den Trainingsdaten entfernt. Trau der Antwort nicht.`,
  comparing: (compared: string, toCompare: string) => `${compared} von ${toCompare} Testziffern verglichen`,
  watchTestTitle: 'Die Testziffer, die deiner Zeichnung am nächsten ist',
  watchTest: (label: string) => `Testziffer (${label}) ansehen`,
  warning: 'Ungewöhnlich',
}
export type YourDigitWords = typeof de

const en: YourDigitWords = {
  draw: 'Draw a digit',
  watch: 'Watch this one',
  answer: 'What the network reads',
  nothing: 'no values yet',
  answerNow: (digit, share) => `largest for ${digit}: ${share}`,
  notDrawn: 'Nothing drawn yet.',
  notWatched: 'Another image is going through the network now, not your drawing.',
  reads: (digit, share) => `It reads ${digit} (${share}).`,
  meant: 'Which digit did you mean?',
  right: (meant) => `Meant ${meant}: read right.`,
  wrong: (meant, read) => `Meant ${meant}, read ${read}: wrong.`,
  tally: (drawn, right) => `On this visit: ${drawn} drawn, ${right} read right.`,
  preparation: 'The preparation, in pixels',
  drawing: '1 Box',
  drawingCaption: (width, height, side) => `${width}\u00a0×\u00a0${height} of ${side}\u00a0×\u00a0${side}`,
  crop: '2 Cut out',
  cropCaption: (width, height) => `${width}\u00a0×\u00a0${height}`,
  scaled: '3 Scaled',
  scaledCaption: (factor, width, height) => `times ${factor}: ${width}\u00a0×\u00a0${height}`,
  placed: '4 Placed',
  placedCaption: (left, top, column, row) =>
    `${left} right, ${top} down; centre: column ${column}, row ${row}`,
  average: 'Average',
  averageOf: 'Average of',
  averageFollows: 'answer',
  averageCaption: (digit, count) => `${count} images of ${digit}`,
  averageWaits: 'being computed',
  empty: 'still empty',
  filled: 'your drawing',
  likeness: 'Nearest training images',
  looking: 'Looking for the most similar training images …',
  likenessHint: 'Draw: the most similar training images appear here. A click sends one through the network.',
  nearest: 'The nearest training images',
  nearImage: (index, label, distance) => `Training image ${index}, label ${label}, distance ${distance}`,
  usual: (asFar, compared) =>
    `${asFar} of ${compared} test digits are as far from the training data, or farther: not unusual.`,
  unusual: (asFar, compared) =>
    `Only ${asFar} of ${compared} test digits ${asFar === '1' ? 'is' : 'are'} as far from the training data. Do not rely on the answer.`,
  unusualNone: (compared) =>
    `None of ${compared} test digits is as far from the training data. Do not rely on the answer.`,
  comparing: (compared, toCompare) => `${compared} of ${toCompare} test digits compared`,
  watchTestTitle: 'The test digit that is nearest to your drawing',
  watchTest: (label) => `Watch test digit (${label})`,
  warning: 'Unusual',
}

export const yourDigitWords = { de, en }
