/** Words of the export: those of the page. Those that TensorBoard will show are in `textWords.ts`. */

/** A number, and how it is written. */
type Count = { readonly count: number; readonly text: string }

const de = {
  heading: 'Der ganze Lauf für TensorBoard',
  what: 'Für TensorBoard hat schon das ursprüngliche Programm alles aufgezeichnet. Die Datei enthält zwei Läufe, train und test.',
  contents: 'Inhalt der Datei',
  curves: 'Kurven',
  curvesOf: (steps: Count, evaluations: Count) =>
    `${steps.text} ${steps.count === 1 ? 'Schritt' : 'Schritte'}, ${evaluations.text} ${evaluations.count === 1 ? 'Auswertung' : 'Auswertungen'}`,
  distributions: 'Histogramme',
  distributionsOf: (times: string) => `${times}-mal: Gewichte, Bias, Aktivierungen, Logits`,
  images: 'Bilder',
  imagesOf: (times: string) => `${times}-mal: zehn Ziffern, alle Filter, alle Karten`,
  graph: 'Graph',
  graphOf: (traces: Count) =>
    `alle Operationen mit Formen; Zeit und Speicher von ${traces.text} ${traces.count === 1 ? 'Schritt' : 'Schritten'}`,
  start: 'Für TensorBoard exportieren',
  again: 'Neu exportieren',
  notYet: 'Noch ist nichts aufgezeichnet. Sobald das Netz bereit ist und Daten da sind, gibt es Schritt 0.',
  onlyStart: 'Noch ist es nur der Anfang: Schritt 0, vor jedem Training.',
  whileTraining: 'Das geht auch während des Trainings: Exportiert wird der Stand beim Klick.',
  onTape: (step: string) => `Du stehst auf dem Band: Exportiert wird der Lauf bis Schritt ${step}.`,
  running: (name: string, percent: string) => `${name}: ${percent}`,
  progress: 'Fortschritt des Exports',
  cancel: 'Abbrechen',
  done: (name: string, size: string) => `Gespeichert als ${name}, ${size}.`,
  saveAgain: 'Noch einmal speichern',
  failed: (reason: string) =>
    `Der Export hat nicht geklappt${reason && ` (${reason})`}. Dem Lauf fehlt nichts, du kannst es noch einmal versuchen.`,
  howTo: 'So öffnest du die Datei',
  unpack: 'Entpacke sie in einen eigenen Ordner:',
  install: 'Installiere TensorBoard (einmal, mit Python):',
  open: 'Starte es mit diesem Ordner:',
  look: (address: string) => `Öffne im Browser ${address}`,
  samples:
    'Ohne die zweite Angabe zeigt TensorBoard von jedem Bild nur zehn Schritte und von jeder Kurve tausend.',
}

export type ExportWords = typeof de

const en: ExportWords = {
  heading: 'The whole run for TensorBoard',
  what: 'TensorBoard is what the original program recorded everything for. The file holds two runs, train and test.',
  contents: 'What is in the file',
  curves: 'Scalars',
  curvesOf: (steps, evaluations) =>
    `${steps.text} ${steps.count === 1 ? 'step' : 'steps'}, ${evaluations.text} ${evaluations.count === 1 ? 'evaluation' : 'evaluations'}`,
  distributions: 'Histograms',
  distributionsOf: (times) => `${times}×: weights, biases, activations, logits`,
  images: 'Images',
  imagesOf: (times) => `${times}×: ten digits, all filters, all maps`,
  graph: 'Graph',
  graphOf: (traces) =>
    `all operations with shapes; time and memory of ${traces.text} ${traces.count === 1 ? 'step' : 'steps'}`,
  start: 'Export for TensorBoard',
  again: 'Export again',
  notYet: 'Nothing is recorded yet. As soon as the network is ready and data is there, there is step 0.',
  onlyStart: 'No step yet: the file will hold the beginning – the first weights, digits, maps and the graph.',
  whileTraining: 'This works during training too: what is exported is the state at the click.',
  onTape: (step) => `You stand on the tape: what is exported is the run up to step ${step}.`,
  running: (name, percent) => `${name}: ${percent}`,
  progress: 'Progress of the export',
  cancel: 'Cancel',
  done: (name, size) => `Saved as ${name}, ${size}.`,
  saveAgain: 'Save it again',
  failed: (reason) =>
    `The export did not work${reason && ` (${reason})`}. The run lacks nothing, you can try again.`,
  howTo: 'How to open the file',
  unpack: 'Unpack it into a folder of its own:',
  install: 'Install TensorBoard (once, with Python):',
  open: 'Start it with this folder:',
  look: (address) => `Open ${address} in a browser`,
  samples:
    'Without the second setting TensorBoard shows only ten steps of each image and a thousand of each curve.',
}

export const exportWords = { de, en }

/** The same in every language. */
export const commandsFor = (folder: string) =>
  ({
    unpack: `unzip ${folder}.zip -d ${folder}`,
    install: 'pip install tensorboard',
    open: `tensorboard --logdir ${folder} --samples_per_plugin images=200,scalars=30000`,
  }) as const

/** Where TensorBoard shows itself, if nobody else is there. */
export const address = 'http://localhost:6006'
