/** What keeps runs from being kept, and files from being read, as sentences: what is wrong, then what to do. */
import type { FileProblem, KeepProblem } from '../protocol/keep.ts'
import { type Format, formatOf } from './format.ts'
import type { InBothLanguages, Language } from './language.ts'

type Kept = KeepProblem | FileProblem
type Sentences = {
  readonly [Code in Kept['code']]: (problem: Extract<Kept, { code: Code }>, format: Format) => string
}

const shapeText = (shape: readonly number[], f: Format) =>
  shape.map((side) => f.count(side)).join(' × ') || '1'

const de: Sentences = {
  'no-storage': ({ reason }) =>
    `Dieser Browser speichert hier nichts${reason ? ` (${reason})` : ''}. Läufe bleiben, bis du die Seite schließt. In einem gewöhnlichen Fenster oder über https werden sie aufgehoben.`,
  'storage-full': ({ usedBytes, quotaBytes }, f) =>
    `Der Speicher, den der Browser dieser Seite gibt, ist voll${usedBytes !== null && quotaBytes !== null ? ` (${f.fileSize(usedBytes)} von ${f.fileSize(quotaBytes)})` : ''}. Was aufgehoben war, bleibt. Lösche unter „Läufe“, was du nicht mehr brauchst, oder mach auf dem Gerät Platz.`,
  'other-tab': () =>
    'Ein anderer Tab hebt gerade seinen Lauf auf. Dieser hier wird aufgehoben, sobald der andere geschlossen ist.',
  'checkpoint-damaged': ({ step }, f) =>
    step === null
      ? 'Der gespeicherte Stand dieses Laufs ist beschädigt. Ansehen lässt er sich, weitergehen kann er nicht.'
      : `Der letzte gespeicherte Stand dieses Laufs ist beschädigt. Der Stand davor ist in Ordnung: Schritt ${f.count(step)}.`,
  'newer-version': () =>
    'Diesen Lauf hat eine neuere Fassung der Seite gespeichert. Lade die Seite neu, dann lässt er sich öffnen.',
  'not-there': () =>
    'Das ist auf diesem Gerät nicht mehr da: Ein anderer Tab oder der Browser hat es gelöscht.',
  'storage-cleared': () =>
    'Der Speicher dieser Seite wurde geleert, während sie offen war. Der laufende Lauf geht weiter und wird neu aufgehoben.',
  'keeper-died': ({ reason }) =>
    `Der Teil der Seite, der Läufe aufhebt, ist abgestürzt (${reason}). Er wird neu gestartet. Versuch es noch einmal.`,
  'unknown-file': ({ fileName }) =>
    `„${fileName}“ ist weder ein Lauf (.faltwerk) noch eine Datei mit Gewichten (.zip, .npz, .safetensors) noch ein Satz Ziffern (IDX).`,
  'file-damaged': ({ fileName, where }) =>
    `„${fileName}“ ist beschädigt oder unvollständig${where ? ` (${where})` : ''}. Hol oder sichere die Datei noch einmal.`,
  'file-too-new': ({ fileName }) =>
    `„${fileName}“ kommt aus einer neueren Fassung von Faltwerk. Öffne sie dort, oder lade diese Seite neu.`,
  'file-too-large': ({ fileName, bytes, limitBytes }, f) =>
    `„${fileName}“ ist mit ${f.fileSize(bytes)} zu groß. Mehr als ${f.fileSize(limitBytes)} liest diese Seite nicht.`,
  'tensor-missing': ({ fileName, tensor }) =>
    `In „${fileName}“ fehlt ${tensor}. Die Seite braucht alle acht Gewichte und Biaswerte des Netzes.`,
  'tensor-shape': ({ fileName, tensor, found, expected }, f) =>
    `In „${fileName}“ hat ${tensor} die Form ${shapeText(found, f)}. Dieses Netz braucht ${shapeText(expected, f)}.`,
  'tensor-type': ({ fileName, tensor, found }) =>
    `In „${fileName}“ liegt ${tensor} als ${found} vor. Lesen kann die Seite Gleitkommazahlen, am besten float32.`,
  'tensor-not-finite': ({ fileName, tensor }) =>
    `In „${fileName}“ enthält ${tensor} Werte, die keine endlichen Zahlen sind. Damit kann das Netz nicht rechnen.`,
}

const en: Sentences = {
  'no-storage': ({ reason }) =>
    `This browser stores nothing here${reason ? ` (${reason})` : ''}. Runs stay until you close the page. In an ordinary window or over https they are kept.`,
  'storage-full': ({ usedBytes, quotaBytes }, f) =>
    `The storage that the browser gives this page is full${usedBytes !== null && quotaBytes !== null ? ` (${f.fileSize(usedBytes)} of ${f.fileSize(quotaBytes)})` : ''}. What was kept stays. Under “Runs”, delete what you no longer need, or make room on the device.`,
  'other-tab': () =>
    'Another tab is keeping its run at the moment. This one is kept as soon as the other one is closed.',
  'checkpoint-damaged': ({ step }, f) =>
    step === null
      ? 'The stored state of this run is damaged. It can be looked at, but it cannot go on.'
      : `The last stored state of this run is damaged. The one before is fine: step ${f.count(step)}.`,
  'newer-version': () =>
    'This run was stored by a newer version of the page. Load the page again, then it can be opened.',
  'not-there': () => 'This is not on the device any more: another tab or the browser has deleted it.',
  'storage-cleared': () =>
    'The storage of this page was cleared while it was open. The present run goes on and is kept anew.',
  'keeper-died': ({ reason }) =>
    `The part of the page that keeps runs crashed (${reason}). It is being started again. Try once more.`,
  'unknown-file': ({ fileName }) =>
    `“${fileName}” is neither a run (.faltwerk) nor a file of weights (.zip, .npz, .safetensors) nor a set of digits (IDX).`,
  'file-damaged': ({ fileName, where }) =>
    `“${fileName}” is damaged or incomplete${where ? ` (${where})` : ''}. Download or save the file once more.`,
  'file-too-new': ({ fileName }) =>
    `“${fileName}” comes from a newer version of Faltwerk. Open it there, or load this page again.`,
  'file-too-large': ({ fileName, bytes, limitBytes }, f) =>
    `“${fileName}” is too large: ${f.fileSize(bytes)}. This page reads at most ${f.fileSize(limitBytes)}.`,
  'tensor-missing': ({ fileName, tensor }) =>
    `“${fileName}” lacks ${tensor}. The page needs all eight weights and biases of the network.`,
  'tensor-shape': ({ fileName, tensor, found, expected }, f) =>
    `In “${fileName}” ${tensor} has the shape ${shapeText(found, f)}. This network needs ${shapeText(expected, f)}.`,
  'tensor-type': ({ fileName, tensor, found }) =>
    `In “${fileName}” ${tensor} is of type ${found}. The page reads floating point numbers, best as float32.`,
  'tensor-not-finite': ({ fileName, tensor }) =>
    `In “${fileName}” ${tensor} holds values that are not finite numbers. The network cannot compute with them.`,
}

const sentences: InBothLanguages<Sentences> = { de, en }

/** What is wrong and what to do, in one paragraph. */
export function explainKept<Code extends Kept['code']>(
  problem: Extract<Kept, { code: Code }>,
  language: Language,
): string {
  const code: Code = problem.code as Code
  return sentences[language][code](problem, formatOf(language))
}
