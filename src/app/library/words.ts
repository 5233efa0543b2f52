/** Words of the library: the runs of this device, and files of runs. They come with it, not with the page. */
import type { Work } from './library.ts'

type Says = { readonly [Kind in Work['kind']]: (name: string) => string }

const de = {
  title: 'Läufe auf diesem Gerät',
  note: 'Jeder Lauf mit mindestens einem Schritt wird von selbst aufgehoben. Von denen ohne Namen bleiben die letzten fünf: Gib einem Lauf einen Namen, dann bleibt er, bis du ihn löschst.',
  empty:
    'Hier ist noch kein Lauf. Sobald du trainierst, steht er hier: mit seiner Verlustkurve, seinem Band und allem, was er aufgezeichnet hat. Einen Lauf, den jemand als Datei gesichert hat, öffnest du oben oder ziehst ihn auf die Seite.',
  list: 'Läufe',
  openFile: 'Lauf oder Gewichte öffnen',
  openFileNote:
    'Ein Lauf (.faltwerk), oder Gewichte als Anfang eines neuen Laufs (.npz, .safetensors, .zip, model.json zusammen mit weights.bin). Du kannst Dateien auch auf die Seite ziehen.',
  runOf: (when: string) => `Lauf vom ${when}`,
  present: 'auf der Seite',
  rename: (name: string) => `Umbenennen: ${name}`,
  nameOf: 'Name des Laufs',
  namePlaceholder: 'ohne Namen',
  seed: (seed: string) => `Startwert ${seed}`,
  fromWeights: (file: string) => `Gewichte aus ${file}`,
  step: (step: string, limit: string) => `Schritt ${step} von ${limit}`,
  accuracy: (accuracy: string, n: string, step: string) =>
    `${accuracy} richtig bei Schritt ${step} (n\u202f=\u202f${n})`,
  noAccuracy: 'noch nicht gemessen',
  loss: (loss: string) => `Verlust ${loss}`,
  curve: (first: string, last: string) => `Verlust von ${first} auf ${last}`,
  noCurve: 'noch keine Verlustkurve',
  lookOnly: 'nur zum Ansehen',
  open: 'Öffnen',
  toRun: (verb: string, name: string) => `${verb}: ${name}`,
  toPresent: 'Zur Seite',
  more: 'Sichern',
  moreLabel: (name: string) => `Sichern: ${name}`,
  remove: 'Löschen',
  removeLabel: (name: string) => `Löschen: ${name}`,
  removed: (name: string) => `„${name}“ ist gelöscht.`,
  undo: 'Doch behalten',
  cannotRemove: 'Dieser Lauf ist gerade auf der Seite. Beginne neu, dann kannst du ihn löschen.',
  saveTitle: 'Als Datei sichern',
  saveNote:
    'Eine Datei mit dem Netz, dem Band und allem, was der Lauf aufgezeichnet hat. Sie lässt sich auf jedem Gerät öffnen, auf dem diese Seite läuft.',
  saveWhole: (size: string) => `Zum Weitertrainieren (etwa ${size})`,
  saveSmall: (size: string) => `Nur zum Ansehen (etwa ${size})`,
  compare: (name: string) => `Zum Vergleich auswählen: ${name}`,
  compareChosen: 'Kurven vergleichen',
  compareHint: 'Wähle in der Liste mindestens zwei Läufe aus.',
  compareTitle: 'Kurven im Vergleich',
  compareTaking: 'Die Läufe werden geöffnet …',
  compareEnd: 'Vergleich schließen',
  storage: 'Speicher',
  used: (used: string, quota: string) => `${used} von ${quota}, die der Browser dieser Seite gibt`,
  usedOnly: (used: string) => `Läufe: ${used}`,
  advice:
    'Browser dürfen diesen Speicher leeren: wenn das Gerät voll ist, wenn jemand Websitedaten löscht, am Ende eines privaten Fensters. Was bleiben soll, sichere als Datei.',
  persist: 'Browser bitten, nichts zu löschen',
  persisted: 'Der Browser hat zugesagt, von sich aus nichts zu löschen.',
  notPersisted: 'Der Browser hat es nicht zugesagt. Ein Lesezeichen auf dieser Seite hilft manchmal.',
  stop: 'Abbrechen',
  dismiss: 'Meldung schließen',
  work: {
    fetching: (name) => `„${name}“ wird geholt`,
    unpacking: (name) => `„${name}“ wird geprüft und ausgepackt`,
    packing: (name) => `„${name}“ wird gepackt`,
    opening: (name) => `„${name}“ wird geöffnet`,
  } satisfies Says as Says,
  problems: {
    'run-elsewhere': (url: string) =>
      `Hinter „run=“ steht eine fremde Adresse (${url}). Diese Seite holt Läufe nur von ihrem eigenen Server.`,
    'run-no-server': (url: string) =>
      `Diese Ausgabe ist eine Datei und hat keinen Server, von dem sie ${url} holen könnte. Zieh die Datei des Laufs auf die Seite.`,
    'run-not-found': (url: string, status: string) =>
      `Auf dem Server ist kein Lauf unter ${url} (Fehler ${status}). Prüfe den Namen hinter „run=“.`,
    'run-unreachable': (url: string) =>
      `${url} ließ sich nicht holen: Der Server antwortet nicht. Prüfe die Verbindung und lade die Seite neu.`,
  },
  imported: (name: string) => `„${name}“ ist jetzt bei den Läufen dieses Geräts.`,
  lost: (count: number, names: string) =>
    count === 1
      ? `Ein Teil der Datei war beschädigt und fehlt: ${names}. Alles andere stimmt.`
      : `${count} Teile der Datei waren beschädigt und fehlen: ${names}. Alles andere stimmt.`,
  andMore: (count: number) => `und ${count} weitere`,
  saved: (fileName: string, size: string) => `Gesichert: ${fileName} (${size})`,
  continued: (name: string, step: string) =>
    `„${name}“ ist auf der Seite, angehalten bei Schritt ${step}. „Weiter trainieren“ setzt ihn fort.`,
  notExact:
    'Hier rechnet ein anderer Rechenweg als damals: Weitere Schritte stimmen nur bis auf Rundung überein.',
  'weights-read': (fileName: string) =>
    `Die Gewichte aus „${fileName}“ sind gelesen. Mit ihnen beginnt ein neuer Lauf, Adam fängt dabei von vorn an; der jetzige Lauf bleibt bei denen dieses Geräts.`,
  'weights-begun': (fileName: string) =>
    `Die Seite zeigt das Netz mit den Gewichten aus „${fileName}“: Schritt 0 eines neuen Laufs.`,
  digits: 'Das sind Ziffern. Öffne sie unten bei „Rechenweg und Daten“, oder zieh sie auf die Seite.',
  beginWithWeights: 'Neuen Lauf beginnen',
  lookOnlyBecause: {
    'no-state':
      'Dieser Lauf lässt sich ansehen, aber nicht weitertrainieren: Er wurde ohne den Zustand dafür gesichert.',
    nothing: 'Von diesem Lauf ist kein Netz aufgezeichnet: Hier gibt es nichts zu zeigen.',
    'other-digits': {
      mnist:
        'Dieser Lauf hat mit MNIST gelernt. Lade MNIST, dann kann er weitertrainieren. Ansehen geht schon jetzt.',
      'built-in':
        'Dieser Lauf hat mit den eingebauten Ziffern gelernt. Nimm sie, dann kann er weitertrainieren. Ansehen geht schon jetzt.',
      files:
        'Dieser Lauf hat mit Ziffern aus Dateien gelernt. Öffne dieselben Dateien, dann kann er weitertrainieren. Ansehen geht schon jetzt.',
    },
  },
  looking: (name: string) => `Du siehst „${name}“.`,
  meanwhile: {
    training: (step: string) => `Der Lauf dieser Seite trainiert dahinter weiter (Schritt ${step}).`,
    kept: (step: string) => `Der Lauf dieser Seite ist bei Schritt ${step} aufgehoben.`,
    'not-kept': (step: string) =>
      `Der Lauf dieser Seite steht bei Schritt ${step} und wird hier nicht aufgehoben: Setzt du den anderen fort, ist er weg.`,
  },
  continueAt: (step: string) => `Weiter ab Schritt ${step}`,
  back: 'Zurück zu meinem Lauf',
}

export type LibraryWords = typeof de

const en: LibraryWords = {
  title: 'Runs on this device',
  note: 'Every run with at least one step is kept by itself. Of those without a name the last five stay: give a run a name, and it stays until you delete it.',
  empty:
    'There is no run here yet. As soon as you train, it is here: with its loss curve, its tape and all it has written down. Open a run that somebody saved as a file above, or drop it on the page.',
  list: 'Runs',
  openFile: 'Open a run or weights',
  openFileNote:
    'A run (.faltwerk), or weights as the beginning of a new run (.npz, .safetensors, .zip, model.json together with weights.bin). You can also drop files on the page.',
  runOf: (when) => `Run of ${when}`,
  present: 'on the page',
  rename: (name) => `Rename: ${name}`,
  nameOf: 'Name of the run',
  namePlaceholder: 'no name',
  seed: (seed) => `seed ${seed}`,
  fromWeights: (file) => `weights of ${file}`,
  step: (step, limit) => `step ${step} of ${limit}`,
  accuracy: (accuracy, n, step) => `${accuracy} right at step ${step} (n\u202f=\u202f${n})`,
  noAccuracy: 'not measured yet',
  loss: (loss) => `loss ${loss}`,
  curve: (first, last) => `loss from ${first} to ${last}`,
  noCurve: 'no loss curve yet',
  lookOnly: 'only to look at',
  open: 'Open',
  toRun: (verb, name) => `${verb}: ${name}`,
  toPresent: 'To the page',
  more: 'Save',
  moreLabel: (name) => `Save: ${name}`,
  remove: 'Delete',
  removeLabel: (name) => `Delete: ${name}`,
  removed: (name) => `“${name}” is deleted.`,
  undo: 'Keep it after all',
  cannotRemove: 'This run is on the page at the moment. Start over, then you can delete it.',
  saveTitle: 'Save as a file',
  saveNote:
    'One file with the network, the tape and all that the run has written down. It opens on every device on which this page runs.',
  saveWhole: (size) => `To train on (about ${size})`,
  saveSmall: (size) => `Only to look at (about ${size})`,
  compare: (name) => `Choose for comparison: ${name}`,
  compareChosen: 'Compare curves',
  compareHint: 'Choose at least two runs in the list.',
  compareTitle: 'Curves compared',
  compareTaking: 'Opening the runs …',
  compareEnd: 'Close the comparison',
  storage: 'Storage',
  used: (used, quota) => `${used} of the ${quota} that the browser gives this page`,
  usedOnly: (used) => `Runs: ${used}`,
  advice:
    'Browsers may clear this storage: when the device is full, when somebody deletes site data, at the end of a private window. Save what is to stay as a file.',
  persist: 'Ask the browser to delete nothing',
  persisted: 'The browser has promised to delete nothing of its own accord.',
  notPersisted: 'The browser has not promised it. A bookmark of this page sometimes helps.',
  stop: 'Cancel',
  dismiss: 'Close this message',
  work: {
    fetching: (name) => `Fetching “${name}”`,
    unpacking: (name) => `Checking and unpacking “${name}”`,
    packing: (name) => `Packing “${name}”`,
    opening: (name) => `Opening “${name}”`,
  },
  problems: {
    'run-elsewhere': (url) =>
      `After “run=” stands a foreign address (${url}). This page fetches runs from its own server only.`,
    'run-no-server': (url) =>
      `This edition is a file and has no server to fetch ${url} from. Drop the file of the run on the page.`,
    'run-not-found': (url, status) =>
      `On the server there is no run at ${url} (error ${status}). Check the name after “run=”.`,
    'run-unreachable': (url) =>
      `${url} could not be fetched: the server does not answer. Check the connection and load the page again.`,
  },
  imported: (name) => `“${name}” is now among the runs of this device.`,
  lost: (count, names) =>
    count === 1
      ? `One part of the file was damaged and is missing: ${names}. Everything else is right.`
      : `${count} parts of the file were damaged and are missing: ${names}. Everything else is right.`,
  andMore: (count) => `and ${count} more`,
  saved: (fileName, size) => `Saved: ${fileName} (${size})`,
  continued: (name, step) =>
    `“${name}” is on the page, paused at step ${step}. “Continue training” goes on with it.`,
  notExact: 'Another backend computes here than did then: further steps agree only within rounding.',
  'weights-read': (fileName) =>
    `The weights of “${fileName}” are read. A new run begins with them, and Adam starts afresh; the present run stays among those of this device.`,
  'weights-begun': (fileName) =>
    `The page shows the network with the weights of “${fileName}”: step 0 of a new run.`,
  digits: 'These are digits. Open them below under “Compute and data”, or drop them on the page.',
  beginWithWeights: 'Begin a new run',
  lookOnlyBecause: {
    'no-state': 'This run can be looked at, but not trained on: it was saved without what training needs.',
    nothing: 'No network of this run is recorded: there is nothing to show here.',
    'other-digits': {
      mnist: 'This run learned from MNIST. Load MNIST, and it can train on. You can look at it already.',
      'built-in':
        'This run learned from the built-in digits. Use them, and it can train on. You can look at it already.',
      files:
        'This run learned from digits in files. Open the same files, and it can train on. You can look at it already.',
    },
  },
  looking: (name) => `You are looking at “${name}”.`,
  meanwhile: {
    training: (step) => `The run of this page goes on training behind it (step ${step}).`,
    kept: (step) => `The run of this page is kept at step ${step}.`,
    'not-kept': (step) =>
      `The run of this page is at step ${step} and is not kept here: if you continue the other one, it is gone.`,
  },
  continueAt: (step) => `Continue at step ${step}`,
  back: 'Back to my run',
}

export const libraryWords = { de, en }
