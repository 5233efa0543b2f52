/** Words of saving and printing; they come with the window, not with the page. */

const de = {
  title: 'Sichern und drucken',
  pictures: 'Bilder dieser Seite',
  these: 'Hier gewählt',
  others: 'Andere Bilder dieser Seite',
  noPictures: 'Auf dieser Seite ist gerade kein Bild zu sehen.',
  note: 'Jedes Bild kommt mit Titel, Schritt, Ziffer, Farbskala und Lauf. PNG hat scharfe Pixel, SVG scharfe Linien und Texte in jeder Größe.',
  still: 'Solange dieses Fenster offen ist, stehen die Bilder still. Das Training läuft weiter.',
  colors: 'Farben',
  colorChoices: { screen: 'wie auf der Seite', light: 'hell, zum Drucken' },
  save: { png: 'PNG', svg: 'SVG', csv: 'CSV' },
  saveAs: {
    png: (name: string) => `Als PNG sichern: ${name}`,
    svg: (name: string) => `Als SVG sichern: ${name}`,
    csv: (name: string) => `Zahlen als CSV sichern: ${name}`,
  },
  saved: (file: string) => `Gesichert: ${file}`,
  failed: {
    tainted:
      'Das Bild ließ sich nicht sichern: Der Browser gibt seine Pixel nicht heraus. Lade die Seite neu und versuch es noch einmal.',
    'no-memory':
      'Das Bild ließ sich nicht sichern: Der Speicher reicht nicht. Mach das Fenster kleiner oder schließ andere Tabs und versuch es noch einmal.',
    other: (reason: string) =>
      `Das ließ sich nicht sichern, verloren ist nichts. Versuch es noch einmal. Der Browser sagt: ${reason}`,
  },
  curves: 'Kurven des Laufs',
  curvesNote:
    'Eine Tabelle mit einer Zeile je Schritt: Verlust und Genauigkeit der 50 Bilder, dazu jede Messung auf den Testbildern mit n und Intervall. Dezimalpunkt, Spalten durch Komma getrennt.',
  print: 'Diese Seite drucken',
  printNote:
    'Abbildung, Text mit allem, was ausgeklappt ist, und der Lauf in hellen Farben, ohne Menüs. Strg + P tut dasselbe.',
  printButton: 'Drucken',
  place: (lesson: string, step: string | null, digit: string | null) =>
    [lesson, step === null ? null : `Schritt ${step}`, digit].filter((part) => part !== null).join(' · '),
  lesson: (number: string, title: string) => `Lektion ${number}: ${title}`,
  run: (seed: string, backend: string, data: string) => `Faltwerk · Startwert ${seed} · ${backend} · ${data}`,
  noRun: 'kein Rechenweg',
  eachMap: 'Jede Karte hat ihre eigene Skala: Die Farbe am Ende steht für ihren größten Betrag.',
  largest: 'max.',
  signs: { positive: 'über null', negative: 'unter null' },
  progress: (step: string, limit: string) => `Schritt ${step} von ${limit}`,
  loss: (loss: string) => `Verlust ${loss}`,
  accuracy: (accuracy: string, n: string, step: string) =>
    `Testgenauigkeit ${accuracy} (n = ${n}, Schritt ${step})`,
}

export type SavingWords = typeof de

const en: SavingWords = {
  title: 'Save and print',
  pictures: 'Pictures of this page',
  these: 'Chosen here',
  others: 'Other pictures of this page',
  noPictures: 'There is no picture on this page at the moment.',
  note: 'Each picture comes with its title, step, digit, colour scale and run. PNG has sharp pixels, SVG sharp lines and texts at any size.',
  still: 'While this window is open the pictures stand still. The training goes on.',
  colors: 'Colours',
  colorChoices: { screen: 'as on the page', light: 'light, for printing' },
  save: { png: 'PNG', svg: 'SVG', csv: 'CSV' },
  saveAs: {
    png: (name) => `Save as PNG: ${name}`,
    svg: (name) => `Save as SVG: ${name}`,
    csv: (name) => `Save the numbers as CSV: ${name}`,
  },
  saved: (file) => `Saved: ${file}`,
  failed: {
    tainted:
      'The picture could not be saved: the browser does not hand out its pixels. Load the page again and try once more.',
    'no-memory':
      'The picture could not be saved: there is not enough memory. Make the window smaller or close other tabs and try again.',
    other: (reason) => `That could not be saved; nothing is lost. Try again. The browser says: ${reason}`,
  },
  curves: 'Curves of the run',
  curvesNote:
    'One table with a line per step: loss and accuracy of the 50 images, and every evaluation on the test images with n and interval. Decimal points, columns separated by commas.',
  print: 'Print this page',
  printNote:
    'The figure, the text with all that is folded out, and the run, in light colours and without menus. Ctrl + P does the same.',
  printButton: 'Print',
  place: (lesson, step, digit) =>
    [lesson, step === null ? null : `step ${step}`, digit].filter((part) => part !== null).join(' · '),
  lesson: (number, title) => `Lesson ${number}: ${title}`,
  run: (seed, backend, data) => `Faltwerk · seed ${seed} · ${backend} · ${data}`,
  noRun: 'no backend',
  eachMap: 'Each map has a scale of its own: the colour at the end stands for its largest magnitude.',
  largest: 'max.',
  signs: { positive: 'above zero', negative: 'below zero' },
  progress: (step, limit) => `step ${step} of ${limit}`,
  loss: (loss) => `loss ${loss}`,
  accuracy: (accuracy, n, step) => `test accuracy ${accuracy} (n = ${n}, step ${step})`,
}

export const savingWords = { de, en }
