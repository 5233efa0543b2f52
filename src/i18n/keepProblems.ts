/** What is wrong with keeping runs, or with a file of a run or of weights, as sentences: what is wrong, then what to do. */
import type { FileProblem, KeepProblem } from '../protocol/keep.ts'
import { type Format, formatOf } from './format.ts'
import type { InBothLanguages, Language } from './language.ts'

type Problem = KeepProblem | FileProblem

type Sentences = {
  readonly [Code in Problem['code']]: (
    problem: Extract<Problem, { code: Code }>,
    format: Format,
  ) => readonly [what: string, help: string]
}

const shapeOf = (shape: readonly number[], f: Format) => shape.map((size) => f.count(size)).join(' × ') || '1'
/** The browser's own words, where it has any. */
const because = (reason: string) => (reason === '' ? '' : ` (${reason})`)

const de: Sentences = {
  'no-storage': ({ reason }) => [
    `Dieser Browser speichert hier nichts dauerhaft${because(reason)}: Der Lauf geht weiter, ist aber weg, sobald du die Seite schließt.`,
    'Öffne die Seite in einem gewöhnlichen Fenster, nicht in einem privaten, oder sichere den Lauf als Datei.',
  ],
  'storage-full': ({ usedBytes, quotaBytes }, f) => [
    usedBytes === null || quotaBytes === null
      ? 'Der Speicher dieses Browsers ist voll: Der Lauf geht weiter, wird aber gerade nicht gesichert. Was schon gesichert war, bleibt.'
      : `Der Speicher dieses Browsers ist voll (${f.fileSize(usedBytes)} von ${f.fileSize(quotaBytes)}): Der Lauf geht weiter, wird aber gerade nicht gesichert. Was schon gesichert war, bleibt.`,
    'Lösche unter „Läufe“, was du nicht mehr brauchst, oder mach auf dem Gerät Platz; danach wird von selbst wieder gesichert.',
  ],
  'other-tab': () => [
    'Faltwerk ist noch in einem anderen Tab offen, und dort wird gesichert: Der Lauf in diesem Tab geht weiter, wird aber nicht gesichert.',
    'Schließ den anderen Tab; dann übernimmt dieser von selbst.',
  ],
  'checkpoint-damaged': ({ step }, f) =>
    step === null
      ? [
          'Der gesicherte Stand ist beschädigt: Dieser Lauf lässt sich nicht mehr fortsetzen.',
          'Was sonst von ihm lesbar ist, kannst du noch ansehen. Beginne den Lauf neu; mit demselben Startwert wird er derselbe.',
        ]
      : [
          `Der letzte gesicherte Stand ist beschädigt; verwendet wird der davor, bei Schritt ${f.count(step)}.`,
          'Lass den Lauf von dort weitergehen: Er holt die fehlenden Schritte nach.',
        ],
  'newer-version': () => [
    'Hier liegen Läufe, die eine neuere Version von Faltwerk gesichert hat. Diese Version rührt sie nicht an, und der Lauf jetzt wird nicht gesichert.',
    'Lade die Seite neu, damit die neue Version kommt.',
  ],
  'not-there': () => [
    'Das ist auf diesem Gerät nicht (mehr) gespeichert.',
    'Sieh in der Liste der Läufe nach, was noch da ist.',
  ],
  'storage-cleared': () => [
    'Was Faltwerk in diesem Browser gespeichert hatte, wurde gerade gelöscht. Der Lauf von jetzt ist schon wieder vollständig gesichert; ältere Läufe sind weg.',
    'Du musst nichts tun.',
  ],
  'keeper-died': ({ reason }) => [
    `Der Teil der Seite, der Läufe sichert, ist abgestürzt${because(reason)}: Der Lauf geht weiter, wird aber nicht mehr gesichert.`,
    'Lade die Seite neu, wenn du an einer guten Stelle bist: Es geht beim letzten gesicherten Stand weiter.',
  ],
  'unknown-file': ({ fileName }) => [
    `„${fileName}“ enthält weder einen Lauf noch Gewichte noch Ziffern.`,
    'Nimm eine Datei, die auf .faltwerk, .npz, .safetensors oder .zip endet, oder Bilder und Labels im IDX-Format.',
  ],
  'file-damaged': ({ fileName, where }) => [
    `„${fileName}“ ist beschädigt${because(where)}. Auf dieser Seite hat sich nichts geändert.`,
    'Kopiere oder lade die Datei noch einmal.',
  ],
  'file-too-new': ({ fileName, version }, f) => [
    `„${fileName}“ hat eine neuere Version von Faltwerk geschrieben (Format ${f.count(version)}).`,
    'Öffne sie mit der neuen Version: Lade die Seite neu.',
  ],
  'file-too-large': ({ fileName, bytes, limitBytes }, f) => [
    `„${fileName}“ ist mit ${f.fileSize(bytes)} zu groß. Mehr als ${f.fileSize(limitBytes)} liest diese Seite nicht.`,
    'Prüfe, ob es die richtige Datei ist.',
  ],
  'file-missing': ({ fileName, missing }) => [
    `„${fileName}“ gehört zu „${missing}“, und diese Datei fehlt.`,
    'Öffne beide zusammen: Wähle sie auf einmal aus oder zieh sie gemeinsam auf die Seite.',
  ],
  'tensor-missing': ({ fileName, tensor }) => [
    `In „${fileName}“ fehlt der Tensor „${tensor}“.`,
    'Nimm eine Datei mit allen acht Tensoren des Netzes: Gewichte und Bias der vier Schichten.',
  ],
  'tensor-shape': ({ fileName, tensor, found, expected }, f) => [
    `In „${fileName}“ hat der Tensor „${tensor}“ die Form ${shapeOf(found, f)}, das Netz braucht ${shapeOf(expected, f)}.`,
    'Nimm Gewichte eines Netzes, das genauso gebaut ist wie dieses.',
  ],
  'tensor-type': ({ fileName, tensor, found }) => [
    `In „${fileName}“ besteht der Tensor „${tensor}“ aus Zahlen vom Typ ${found}; gelesen werden Gleitkommazahlen.`,
    'Wandle die Gewichte vor dem Speichern in float32 um.',
  ],
  'tensor-not-finite': ({ fileName, tensor }) => [
    `In „${fileName}“ enthält der Tensor „${tensor}“ Werte, die keine endlichen Zahlen sind (NaN oder unendlich).`,
    'Nimm Gewichte von einem Schritt, an dem das Training noch in Ordnung war.',
  ],
}

const en: Sentences = {
  'no-storage': ({ reason }) => [
    `This browser stores nothing here for good${because(reason)}: the run goes on, but it is gone once you close the page.`,
    'Open the page in an ordinary window, not a private one, or save the run as a file.',
  ],
  'storage-full': ({ usedBytes, quotaBytes }, f) => [
    usedBytes === null || quotaBytes === null
      ? 'The storage of this browser is full: the run goes on but is not being kept at the moment. What was kept before stays.'
      : `The storage of this browser is full (${f.fileSize(usedBytes)} of ${f.fileSize(quotaBytes)}): the run goes on but is not being kept at the moment. What was kept before stays.`,
    'Under “Runs”, delete what you no longer need, or make room on the device; after that, keeping resumes by itself.',
  ],
  'other-tab': () => [
    'Faltwerk is open in another tab, and the run there is the one being kept: the run in this tab goes on but is not kept.',
    'Close the other tab; this one then takes over by itself.',
  ],
  'checkpoint-damaged': ({ step }, f) =>
    step === null
      ? [
          'What was kept of this run is damaged, and it cannot be continued any more.',
          'Whatever else of it is readable you can still look at. Start the run over; with the same seed it becomes the same.',
        ]
      : [
          `The last checkpoint is damaged; the one before is used, at step ${f.count(step)}.`,
          'Let the run continue from there: it makes up for the missing steps.',
        ],
  'newer-version': () => [
    'There are runs here that a newer version of Faltwerk has kept. This version leaves them alone, and the present run is not kept.',
    'Reload the page to get the new version.',
  ],
  'not-there': () => [
    'This is not stored on this device (any more).',
    'Look at the list of runs to see what is still there.',
  ],
  'storage-cleared': () => [
    'What Faltwerk had stored in this browser has just been deleted. The present run is completely kept again already; older runs are gone.',
    'You need not do anything.',
  ],
  'keeper-died': ({ reason }) => [
    `The part of the page that keeps runs crashed${because(reason)}: the run goes on but is no longer kept.`,
    'Reload the page when it suits you: the run continues from the last checkpoint.',
  ],
  'unknown-file': ({ fileName }) => [
    `“${fileName}” holds neither a run nor weights nor digits.`,
    'Use a file that ends in .faltwerk, .npz, .safetensors or .zip, or images and labels in IDX format.',
  ],
  'file-damaged': ({ fileName, where }) => [
    `“${fileName}” is damaged${because(where)}. Nothing on this page has changed.`,
    'Copy or download the file once more.',
  ],
  'file-too-new': ({ fileName, version }, f) => [
    `“${fileName}” was written by a newer version of Faltwerk (format ${f.count(version)}).`,
    'Open it with the new version: reload the page.',
  ],
  'file-too-large': ({ fileName, bytes, limitBytes }, f) => [
    `“${fileName}” is too large (${f.fileSize(bytes)}). This page reads at most ${f.fileSize(limitBytes)}.`,
    'Check that it is the right file.',
  ],
  'file-missing': ({ fileName, missing }) => [
    `“${fileName}” belongs to “${missing}”, and that file is missing.`,
    'Open both together: choose them at once, or drop them on the page side by side.',
  ],
  'tensor-missing': ({ fileName, tensor }) => [
    `The tensor “${tensor}” is missing from “${fileName}”.`,
    'Use a file with all eight tensors of the network: weights and bias of the four layers.',
  ],
  'tensor-shape': ({ fileName, tensor, found, expected }, f) => [
    `In “${fileName}” the tensor “${tensor}” has the shape ${shapeOf(found, f)}; the network needs ${shapeOf(expected, f)}.`,
    'Use weights of a network that is built exactly like this one.',
  ],
  'tensor-type': ({ fileName, tensor, found }) => [
    `In “${fileName}” the tensor “${tensor}” holds numbers of type ${found}; this page reads floating point numbers.`,
    'Convert the weights to float32 before saving them.',
  ],
  'tensor-not-finite': ({ fileName, tensor }) => [
    `In “${fileName}” the tensor “${tensor}” holds values that are not finite numbers (NaN or infinity).`,
    'Use weights of a step at which the training was still sound.',
  ],
}

const sentences: InBothLanguages<Sentences> = { de, en }

/** What is wrong and what to do, in one paragraph. */
export function explainKept<Code extends Problem['code']>(
  problem: Extract<Problem, { code: Code }>,
  language: Language,
): string {
  const code: Code = problem.code as Code
  return sentences[language][code](problem, formatOf(language)).join(' ')
}
