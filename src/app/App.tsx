/** The screen: header, ribbon, figure and text, messages, dock. */
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { LanguageContext } from '../i18n/useLanguage.ts'
import { words } from '../i18n/words.ts'
import { canCompare } from '../lessons/lesson.ts'
import styles from './App.module.css'
import { comparing } from './compare/comparing.ts'
import { Dock } from './dock/Dock.tsx'
import { DropArea } from './dock/DropArea.tsx'
import { Header } from './header/Header.tsx'
import { LessonView } from './lesson/LessonView.tsx'
import { LibraryNotices, LibraryWindow } from './library/Library.tsx'
import { Notices } from './notices/Notices.tsx'
import { Presenter } from './presenter/Presenter.tsx'
import { Ribbon } from './ribbon/Ribbon.tsx'
import { Saving } from './saving/Saving.tsx'
import { useScreen } from './useScreen.ts'

const SettingsDialog = lazy(() =>
  import('./dock/SettingsDialog.tsx').then(({ SettingsDialog }) => ({ default: SettingsDialog })),
)

export function App() {
  const screen = useScreen()
  const { language, lesson, address } = screen
  const [settingsOpen, setSettingsOpen] = useState(false)
  /** Files dropped or chosen that wait for a yes, because loading them ends the run. */
  const [pendingFiles, setPendingFiles] = useState<readonly File[]>([])
  const compares = useStore(comparing, ({ sides }) => sides !== null) && canCompare(lesson)
  const { shell } = words[language]
  const title = lesson.title[language]
  const shown = (part: (typeof address.hide)[number]) => !address.hide.includes(part)

  useEffect(() => {
    document.title = shell.pageTitle(title)
  }, [shell, title])

  const offerFiles = useCallback((files: readonly File[]) => {
    setPendingFiles(files)
    setSettingsOpen(true)
  }, [])

  const closeSettings = () => {
    setSettingsOpen(false)
    setPendingFiles([])
  }

  return (
    <LanguageContext value={language}>
      <div className={styles.page}>
        <a className={styles.skip} href={`#${lessonAnchor}`} onClick={skipToLesson}>
          {shell.skipToLesson}
        </a>
        {shown('header') && <Header screen={screen} />}
        {/* In front of a class, and where two figures stand, they get the room; the list of lessons leads everywhere too. */}
        {shown('ribbon') && !address.present && !compares && <Ribbon screen={screen} />}
        <LessonView screen={screen} anchor={lessonAnchor} />
        <div className={styles.foot}>
          <LibraryNotices />
          <Notices />
          {shown('dock') && <Dock lesson={lesson} onSettings={() => setSettingsOpen(true)} />}
        </div>
        <Presenter screen={screen} />
        <Saving screen={screen} />
        <LibraryWindow />
        <DropArea onFiles={offerFiles} />
        {/* Not in the dock: files can be dropped where the dock is hidden. */}
        <Suspense fallback={null}>
          {settingsOpen && (
            <SettingsDialog
              onClose={closeSettings}
              pendingFiles={pendingFiles}
              onPendingFiles={setPendingFiles}
            />
          )}
        </Suspense>
      </div>
    </LanguageContext>
  )
}

const lessonAnchor = 'lesson'

/** The hash belongs to the lesson, so the jump moves the focus instead of the address. */
function skipToLesson(event: { preventDefault(): void }) {
  event.preventDefault()
  document.getElementById(lessonAnchor)?.focus()
}
