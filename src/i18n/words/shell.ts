/** Words of the frame around everything: header, lessons, help. */

export const de = {
  pageTitle: (lesson: string) => `${lesson} · Faltwerk`,
  skipToLesson: 'Zur Lektion springen',
  settings: 'Einstellungen',
  lessons: 'Lektionen',
  lesson: (number: string) => `Lektion ${number}`,
  progress: (number: string, total: string) => `${number} / ${total}`,
  showLessons: 'Alle Lektionen zeigen',
  previousLesson: 'Vorige Lektion',
  nextLesson: 'Nächste Lektion',
  next: 'Weiter:',
  previous: 'Zurück:',
  language: 'Sprache',
  theme: 'Farben',
  themes: { light: 'hell', dark: 'dunkel', projector: 'Beamer' },
  present: 'Präsentieren',
  endPresenting: 'Präsentation beenden',
  help: 'Hilfe',
  close: 'Schließen',
  figure: 'Abbildung',
  text: 'Text der Lektion',
  lessonFailed:
    'Diese Lektion ließ sich nicht laden. Prüfe die Verbindung zum Server und versuch es noch einmal; das Training läuft weiter.',
  retry: 'Noch einmal',
  helpTitle: 'So geht es',
  helpIntro:
    'Oben siehst du das ganze Netz, von der Ziffer bis zur Antwort. Klick eine Stufe an: Ihre Lektion zeigt und erklärt, was sie tut. Unten startest du das Training. Mit jedem Schritt ändern sich die Bilder.',
  keys: 'Tasten',
  keyList: [
    ['Bild ab / Bild auf', 'nächste / vorige Lektion'],
    ['Tab, Umschalt + Tab', 'zum nächsten / vorigen Bedienelement'],
    ['Enter, Leertaste', 'auslösen'],
    ['Pfeiltasten', 'in einem Bild: zum Nachbarpixel'],
    ['Esc', 'Fenster schließen, Präsentation beenden'],
  ],
  helpPrivacy:
    'Alles rechnet in deinem Browser. Die Seite lädt nichts von fremden Servern und verschickt nichts.',
}

export const en = {
  pageTitle: (lesson: string) => `${lesson} · Faltwerk`,
  skipToLesson: 'Skip to the lesson',
  settings: 'Settings',
  lessons: 'Lessons',
  lesson: (number: string) => `Lesson ${number}`,
  progress: (number: string, total: string) => `${number} / ${total}`,
  showLessons: 'Show all lessons',
  previousLesson: 'Previous lesson',
  nextLesson: 'Next lesson',
  next: 'Next:',
  previous: 'Back:',
  language: 'Language',
  theme: 'Colours',
  themes: { light: 'light', dark: 'dark', projector: 'projector' },
  present: 'Present',
  endPresenting: 'Stop presenting',
  help: 'Help',
  close: 'Close',
  figure: 'Figure',
  text: 'Text of the lesson',
  lessonFailed:
    'This lesson could not be loaded. Check the connection to the server and try again; the training goes on.',
  retry: 'Try again',
  helpTitle: 'How this works',
  helpIntro:
    'At the top you see the whole network, from the digit to the answer. Click a stage: its lesson shows and explains what it does. Start the training at the bottom. The pictures change with every step.',
  keys: 'Keys',
  keyList: [
    ['Page Down / Page Up', 'next / previous lesson'],
    ['Tab, Shift + Tab', 'next / previous control'],
    ['Enter, Space', 'activate'],
    ['Arrow keys', 'in a picture: to the neighbouring pixel'],
    ['Esc', 'close a window, stop presenting'],
  ],
  helpPrivacy:
    'Everything is computed in your browser. The page loads nothing from other servers and sends nothing.',
} satisfies typeof de
