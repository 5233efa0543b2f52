/** Words of the data in use and of loading other data. */

export const de = {
  title: 'Daten',
  sources: { mnist: 'MNIST', files: 'eigene Dateien', 'built-in': 'eingebaute Ziffern' },
  inUse: (source: string, train: string, validation: string, test: string) =>
    `In Gebrauch: ${source}. ${train} Trainingsbilder, ${validation} Validierungsbilder, ${test} Testbilder.`,
  none: 'Noch keine Daten geladen.',
  about: {
    mnist: 'MNIST: 70\u202f000 Ziffern, von Menschen geschrieben.',
    files: 'Die Bilder stammen aus Dateien, die du geöffnet hast. Sie bleiben auf diesem Gerät.',
    'built-in':
      'Die eingebauten Ziffern schreibt das Programm selbst, Strich für Strich. Es sind keine MNIST-Bilder.',
  },
  change: 'Ein anderer Datensatz beginnt den Lauf neu.',
  openFiles: 'IDX-Dateien öffnen',
  openFilesNote:
    'Zwei oder vier Dateien im IDX-Format, auch gepackt (.gz): Bilder mit 28 × 28 Pixeln und ihre Labels, zum Beispiel Fashion-MNIST. Du kannst sie auch auf die Seite ziehen.',
  openMnistNote:
    'MNIST selbst sind vier solche Dateien: train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz und zwei mit t10k statt train.',
  useBuiltIn: 'Eingebaute Ziffern nehmen',
  reloadMnist: 'MNIST laden',
  dropHere: 'Lass die Dateien los: Sie werden geprüft und geladen.',
  pending: (count: number, text: string) => (count === 1 ? '1 Datei gewählt.' : `${text} Dateien gewählt.`),
  loadPending: 'Laden und neu beginnen',
  loading: {
    mnist: 'MNIST wird geladen',
    files: 'Dateien werden gelesen',
    'built-in': 'Ziffern werden geschrieben',
  },
  loadingOf: (done: string, total: string) => `${done} von ${total}`,
  digits: (count: string) => `${count} Ziffern`,
  cancel: 'Laden abbrechen',
  offlineShort: {
    'one-file': 'alles in einer Datei',
    ready: 'geht auch offline',
    installing: 'wird gespeichert …',
    failed: 'nur online',
    unsupported: 'nur online',
  },
  offline: {
    'one-file':
      'Diese Ausgabe ist eine einzige Datei und geht ohne Internet. Browser geben einer Seite von der Festplatte nur einen Thread. Was sie aufbewahren, bleibt in diesem Browser und reist nicht mit der Datei',
    ready: 'Alles ist auf diesem Gerät gespeichert: Die Seite geht jetzt auch ohne Internet',
    installing: 'Wird gerade gespeichert, damit die Seite auch ohne Internet geht',
    failed: 'Nicht vollständig gespeichert: Ohne Internet fehlt etwas. Lade die Seite neu',
    unsupported: {
      'plain-http': 'Ohne Internet geht es hier nicht: Die Seite kommt über http von einem anderen Gerät',
      browser: 'Ohne Internet geht es in diesem Browser nicht',
      development: 'Ohne Internet geht es in der Entwicklungsansicht nicht',
    },
  },
}

export const en = {
  title: 'Data',
  sources: { mnist: 'MNIST', files: 'your files', 'built-in': 'built-in digits' },
  inUse: (source: string, train: string, validation: string, test: string) =>
    `In use: ${source}. ${train} training images, ${validation} validation images, ${test} test images.`,
  none: 'No data loaded yet.',
  about: {
    mnist: 'MNIST: 70,000 digits written by people.',
    files: 'The images come from files you opened. They stay on this device.',
    'built-in':
      'The built-in digits are written by the program itself, stroke by stroke. They are not MNIST images.',
  },
  change: 'Another data set starts the run over.',
  openFiles: 'Open IDX files',
  openFilesNote:
    'Two or four files in IDX format, packed (.gz) or not: images of 28 × 28 pixels and their labels, Fashion-MNIST for example. You can also drop them on the page.',
  openMnistNote:
    'MNIST itself is four such files: train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz, and two with t10k instead of train.',
  useBuiltIn: 'Use the built-in digits',
  reloadMnist: 'Load MNIST',
  dropHere: 'Let go of the files: they are checked and loaded.',
  pending: (count: number, text: string) => (count === 1 ? '1 file chosen.' : `${text} files chosen.`),
  loadPending: 'Load and start over',
  loading: { mnist: 'Loading MNIST', files: 'Reading files', 'built-in': 'Writing digits' },
  loadingOf: (done: string, total: string) => `${done} of ${total}`,
  digits: (count: string) => `${count} digits`,
  cancel: 'Cancel loading',
  offlineShort: {
    'one-file': 'all in one file',
    ready: 'works offline now',
    installing: 'being saved …',
    failed: 'online only',
    unsupported: 'online only',
  },
  offline: {
    'one-file':
      'This edition is a single file and works without the internet. Browsers give a page from disk only one thread. What they keep stays in this browser and does not travel with the file',
    ready: 'Everything is saved on this device: the page works offline now',
    installing: 'Being saved for offline use right now',
    failed: 'Not saved completely: something is missing offline. Reload the page',
    unsupported: {
      'plain-http': 'No offline use here: the page comes over http from another machine',
      browser: 'No offline use in this browser',
      development: 'No offline use in the development view',
    },
  },
} satisfies typeof de
