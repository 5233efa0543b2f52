/** Every problem as sentences: what is wrong, then what to do. */
import type { Problem } from '../protocol/messages.ts'
import { type Format, formatOf } from './format.ts'
import type { InBothLanguages, Language } from './language.ts'

type Sentences = {
  readonly [Code in Problem['code']]: (
    problem: Extract<Problem, { code: Code }>,
    format: Format,
  ) => readonly [what: string, help: string]
}

/** One thing or many: `1 image`, `2,000 images`. */
function counted(f: Format, count: number, one: string, many: string): string {
  return `${f.count(count)} ${count === 1 ? one : many}`
}

const backendNames = { webgpu: 'WebGPU', webgl: 'WebGL', wasm: 'WASM', cpu: 'CPU' } as const

const de: Sentences = {
  'file-empty': ({ file }) => [
    `Die Datei „${file}“ ist leer.`,
    'Lade sie noch einmal herunter und öffne sie wieder.',
  ],
  'file-not-idx': ({ file }) => [
    `„${file}“ ist keine IDX-Datei.`,
    'Öffne Bilder und Labels im IDX-Format, zum Beispiel train-images-idx3-ubyte.gz.',
  ],
  'file-truncated': ({ file, expectedBytes, foundBytes }, f) => [
    `„${file}“ ist unvollständig: ${f.count(foundBytes)} statt ${f.count(expectedBytes)} Byte.`,
    'Lade die Datei noch einmal vollständig herunter.',
  ],
  'file-too-long': ({ file, expectedBytes }, f) => [
    `„${file}“ ist länger als die ${f.count(expectedBytes)} Byte, die am Anfang der Datei angekündigt sind.`,
    'Sie ist wohl beschädigt: Lade sie noch einmal herunter.',
  ],
  'file-too-large': ({ file, limitBytes }, f) => [
    `„${file}“ ist zu groß. Mehr als ${f.fileSize(limitBytes)} liest diese Seite nicht.`,
    'Nimm eine kleinere Datei.',
  ],
  'file-corrupt-gzip': ({ file }) => [
    `„${file}“ lässt sich nicht entpacken.`,
    'Lade die Datei noch einmal herunter oder öffne sie ungepackt.',
  ],
  'file-unreadable': ({ file }) => [
    `„${file}“ lässt sich nicht lesen.`,
    'Prüfe, ob die Datei noch da ist und du sie öffnen darfst.',
  ],
  'images-not-28': ({ file, width, height }, f) => [
    `Die Bilder in „${file}“ haben ${f.count(width)} × ${f.count(height)} Pixel, das Netz braucht 28 × 28.`,
    'Nimm einen Datensatz, dessen Bilder 28 × 28 Pixel haben.',
  ],
  'label-above-9': ({ file, position, label }, f) => [
    `In „${file}“ steht an Stelle ${f.count(position)} das Label ${f.count(label)}. Das Netz kennt nur 0 bis 9.`,
    'Nimm einen Datensatz mit höchstens zehn Klassen, von 0 bis 9.',
  ],
  'counts-differ': ({ images, labels }, f) => [
    `${counted(f, images, 'Bild', 'Bilder')}, aber ${counted(f, labels, 'Label', 'Labels')}: Das passt nicht zusammen.`,
    'Öffne die Bilder und die Labels desselben Datensatzes.',
  ],
  'files-incomplete': ({ images, labels }, f) => [
    `Gefunden: ${counted(f, images, 'Bilddatei', 'Bilddateien')} und ${counted(f, labels, 'Labeldatei', 'Labeldateien')}. Zu jeder Bilddatei gehört eine Labeldatei.`,
    'Wähle alle Dateien, die zusammengehören, auf einmal aus.',
  ],
  'too-few-images': ({ images }, f) => [
    `Der Datensatz hat nur ${counted(f, images, 'Bild', 'Bilder')}. Das reicht nicht zum Trainieren und Testen.`,
    'Nimm einen größeren Datensatz.',
  ],
  'download-failed': ({ file, status }, f) => [
    status === null
      ? `„${file}“ ließ sich nicht laden: Der Server antwortet nicht.`
      : `„${file}“ ließ sich nicht laden: Der Server meldet Fehler ${f.count(status)}.`,
    'Leg die Daten mit „npm run data“ auf den Server oder öffne die vier Dateien selbst.',
  ],
  'checksum-differs': ({ file }) => [
    `„${file}“ ist nicht die echte MNIST-Datei: Die Prüfsumme stimmt nicht.`,
    'Hol die Daten neu mit „npm run data“.',
  ],
  'loss-not-a-number': ({ step, backend }, f) => [
    `Bei Schritt ${f.count(step)} ist der Verlust keine Zahl mehr (NaN); das Training ist angehalten. Mit ${backendNames[backend]} wurden Zahlen zu groß oder zu ungenau.`,
    'Beginne neu oder wähle unten bei „Rechenweg und Daten“ einen anderen Rechenweg, am besten WASM.',
  ],
  'no-backend-works': ({ reasons }) => [
    `Auf diesem Gerät ließ sich kein Rechenweg starten${reasons.length > 0 ? ` (${reasons.join('; ')})` : ''}.`,
    'Nimm einen aktuellen Browser: Chrome, Edge, Firefox oder Safari.',
  ],
  'worker-died': ({ reason }) => [
    `Der Rechenteil der Seite ist abgestürzt (${reason}).`,
    'Starte ihn neu. Der Lauf beginnt dann bei Schritt 0.',
  ],
  'backend-unavailable': ({ backend, reason }) => [
    `${backendNames[backend]} geht hier nicht (${reason}).`,
    'Der Lauf bleibt, wo er ist. Wähle einen anderen Rechenweg.',
  ],
}

const en: Sentences = {
  'file-empty': ({ file }) => [`The file “${file}” is empty.`, 'Download it once more and open it again.'],
  'file-not-idx': ({ file }) => [
    `“${file}” is not an IDX file.`,
    'Open images and labels in IDX format, for example train-images-idx3-ubyte.gz.',
  ],
  'file-truncated': ({ file, expectedBytes, foundBytes }, f) => [
    `“${file}” is incomplete: ${f.count(foundBytes)} bytes instead of ${f.count(expectedBytes)}.`,
    'Download the whole file once more.',
  ],
  'file-too-long': ({ file, expectedBytes }, f) => [
    `“${file}” is longer than the ${f.count(expectedBytes)} bytes that its beginning announces.`,
    'It is probably damaged: download it once more.',
  ],
  'file-too-large': ({ file, limitBytes }, f) => [
    `“${file}” is too large. This page reads at most ${f.fileSize(limitBytes)}.`,
    'Use a smaller file.',
  ],
  'file-corrupt-gzip': ({ file }) => [
    `“${file}” cannot be unpacked.`,
    'Download the file once more or open it unpacked.',
  ],
  'file-unreadable': ({ file }) => [
    `“${file}” cannot be read.`,
    'Check that the file is still there and that you may open it.',
  ],
  'images-not-28': ({ file, width, height }, f) => [
    `The images in “${file}” have ${f.count(width)} × ${f.count(height)} pixels, the network needs 28 × 28.`,
    'Use a data set with images of 28 × 28 pixels.',
  ],
  'label-above-9': ({ file, position, label }, f) => [
    `In “${file}” the label at position ${f.count(position)} is ${f.count(label)}. The network knows only 0 to 9.`,
    'Use a data set with at most ten classes, labelled 0 to 9.',
  ],
  'counts-differ': ({ images, labels }, f) => [
    `${counted(f, images, 'image', 'images')} but ${counted(f, labels, 'label', 'labels')}: they do not belong together.`,
    'Open the images and the labels of one data set.',
  ],
  'files-incomplete': ({ images, labels }, f) => [
    `Found: ${counted(f, images, 'image file', 'image files')} and ${counted(f, labels, 'label file', 'label files')}. Every image file needs its label file.`,
    'Choose all files that belong together at once.',
  ],
  'too-few-images': ({ images }, f) => [
    `The data set has only ${counted(f, images, 'image', 'images')}. That is not enough for training and testing.`,
    'Use a larger data set.',
  ],
  'download-failed': ({ file, status }, f) => [
    status === null
      ? `“${file}” could not be loaded: the server does not answer.`
      : `“${file}” could not be loaded: the server reports error ${f.count(status)}.`,
    'Put the data on the server with “npm run data”, or open the four files yourself.',
  ],
  'checksum-differs': ({ file }) => [
    `“${file}” is not the real MNIST file: its checksum differs.`,
    'Get the data again with “npm run data”.',
  ],
  'loss-not-a-number': ({ step, backend }, f) => [
    `At step ${f.count(step)} the loss is no longer a number (NaN); the training has stopped. With ${backendNames[backend]}, numbers became too large or too inexact.`,
    'Start over, or choose another way to compute under “Compute and data” below, preferably WASM.',
  ],
  'no-backend-works': ({ reasons }) => [
    `No way to compute could be started on this device${reasons.length > 0 ? ` (${reasons.join('; ')})` : ''}.`,
    'Use a current browser: Chrome, Edge, Firefox or Safari.',
  ],
  'worker-died': ({ reason }) => [
    `The computing part of the page crashed (${reason}).`,
    'Restart it. The run then begins at step 0.',
  ],
  'backend-unavailable': ({ backend, reason }) => [
    `${backendNames[backend]} does not work here (${reason}).`,
    'The run stays where it is. Choose another way to compute.',
  ],
}

const sentences: InBothLanguages<Sentences> = { de, en }

/** What is wrong and what to do, in one paragraph. */
export function explainProblem<Code extends Problem['code']>(
  problem: Extract<Problem, { code: Code }>,
  language: Language,
): string {
  const code: Code = problem.code as Code
  return sentences[language][code](problem, formatOf(language)).join(' ')
}
