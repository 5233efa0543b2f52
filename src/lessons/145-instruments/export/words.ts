/** Words of the export: those of the page. Those that TensorBoard will show are in `textWords.ts`. */

const de = {
  heading: 'Der ganze Lauf für TensorBoard',
  what: 'TensorBoard ist das Werkzeug, für das schon das ursprüngliche Programm alles aufgezeichnet hat. Die Datei enthält zwei Läufe, train und test:',
  contents: 'Inhalt',
  curves: 'Kurven',
  curvesOf: (steps: string, evaluations: string) =>
    `Kreuzentropie und Genauigkeit: ${steps} Schritte im Training, ${evaluations} Auswertungen auf Testdaten`,
  distributions: 'Histogramme',
  distributionsOf: (summaries: string) =>
    `alle Gewichte und Bias, Aktivierungen und Logits, je ${summaries}-mal`,
  images: 'Bilder',
  imagesOf: (summaries: string) =>
    `zehn Ziffern, alle Filter, alle Karten beider Faltungsschichten, je ${summaries}-mal`,
  graph: 'Graph',
  graphOf: (traces: string) =>
    `alle Operationen eines Schritts mit ihren Formen; Zeit und Speicher von ${traces} Schritten`,
  start: 'Für TensorBoard exportieren',
  again: 'Neu exportieren',
  notYet: 'Noch ist nichts aufgezeichnet. Sobald das Netz bereit ist und Daten da sind, gibt es Schritt 0.',
  onlyStart:
    'Noch kein Schritt: Die Datei enthält dann den Anfang – erste Gewichte, Ziffern, Karten und den Graphen.',
  whileTraining: 'Das geht auch während des Trainings: Exportiert wird der Stand beim Klick.',
  running: (name: string, percent: string) => `${name}: ${percent}`,
  progress: 'Fortschritt des Exports',
  cancel: 'Abbrechen',
  done: (name: string, size: string) => `Gespeichert als ${name}, ${size}.`,
  saveAgain: 'Noch einmal speichern',
  failed: (reason: string) =>
    `Der Export hat nicht geklappt (${reason}). Dem Lauf fehlt nichts, du kannst es noch einmal versuchen.`,
  howTo: 'So öffnest du die Datei',
  unpack: 'Entpacke sie in einen eigenen Ordner:',
  install: 'Installiere TensorBoard, einmal; dafür brauchst du Python:',
  open: 'Starte es mit diesem Ordner:',
  look: 'Öffne im Browser, was es nennt:',
  samples:
    'Die zweite Angabe hebt eine Grenze auf: Sonst zeigt TensorBoard von jeder Bilderreihe zehn Schritte und von jeder Kurve tausend.',
}

export type ExportWords = typeof de

const en: ExportWords = {
  heading: 'The whole run for TensorBoard',
  what: 'TensorBoard is the tool for which the original program recorded everything. The file holds two runs, train and test:',
  contents: 'Contents',
  curves: 'Scalars',
  curvesOf: (steps, evaluations) =>
    `cross-entropy and accuracy: ${steps} training steps, ${evaluations} evaluations on test data`,
  distributions: 'Histograms',
  distributionsOf: (summaries) => `all weights and biases, activations and logits, ${summaries} times each`,
  images: 'Images',
  imagesOf: (summaries) =>
    `ten digits, all filters, all maps of both convolutional layers, ${summaries} times each`,
  graph: 'Graph',
  graphOf: (traces) => `all operations of a step with their shapes; time and memory of ${traces} steps`,
  start: 'Export for TensorBoard',
  again: 'Export again',
  notYet: 'Nothing is recorded yet. As soon as the network is ready and data is there, there is step 0.',
  onlyStart: 'No step yet: the file will hold the beginning – the first weights, digits, maps and the graph.',
  whileTraining: 'This works during training too: what is exported is the state at the click.',
  running: (name, percent) => `${name}: ${percent}`,
  progress: 'Progress of the export',
  cancel: 'Cancel',
  done: (name, size) => `Saved as ${name}, ${size}.`,
  saveAgain: 'Save it again',
  failed: (reason) => `The export did not work (${reason}). The run lacks nothing, you can try again.`,
  howTo: 'How to open the file',
  unpack: 'Unpack it into a folder of its own:',
  install: 'Install TensorBoard, once; for this you need Python:',
  open: 'Start it with this folder:',
  look: 'Open in a browser what it names:',
  samples:
    'The second setting lifts a limit: otherwise TensorBoard shows ten steps of each series of images and a thousand of each curve.',
}

export const exportWords = { de, en }

/** The same in every language. */
export const commandsFor = (folder: string) =>
  ({
    unpack: `unzip ${folder}.zip -d ${folder}`,
    install: 'pip install tensorboard',
    open: `tensorboard --logdir ${folder} --samples_per_plugin images=200,scalars=30000`,
    look: 'http://localhost:6006',
  }) as const
