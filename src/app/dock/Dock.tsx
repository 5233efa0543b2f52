/** The run, always in reach: start and stop, where it is, how well it does, and what it runs on. */
import { lazy, Suspense, useState } from 'react'
import { useWords } from '../../i18n/useLanguage.ts'
import { Controls } from './Controls.tsx'
import styles from './Dock.module.css'
import { Machine } from './Machine.tsx'
import { Progress } from './Progress.tsx'
import { Accuracy, Loss } from './Readings.tsx'

const SettingsDialog = lazy(() =>
  import('./SettingsDialog.tsx').then(({ SettingsDialog }) => ({ default: SettingsDialog })),
)
const StartOverDialog = lazy(() =>
  import('./StartOverDialog.tsx').then(({ StartOverDialog }) => ({ default: StartOverDialog })),
)

export type DockProps = {
  readonly settingsOpen: boolean
  readonly onSettings: (open: boolean) => void
  /** Files dropped or chosen that wait for a yes, because loading them ends the run. */
  readonly pendingFiles: readonly File[]
  readonly onPendingFiles: (files: readonly File[]) => void
}

export function Dock({ settingsOpen, onSettings, pendingFiles, onPendingFiles }: DockProps) {
  const { run: words } = useWords()
  const [startOverOpen, setStartOverOpen] = useState(false)
  const closeSettings = () => {
    onSettings(false)
    onPendingFiles([])
  }
  return (
    <section className={styles.dock} aria-label={words.dock}>
      <Controls onStartOver={() => setStartOverOpen(true)} />
      <Progress />
      <Loss />
      <Accuracy />
      <Machine onOpen={() => onSettings(true)} />
      <Suspense fallback={null}>
        {startOverOpen && <StartOverDialog onClose={() => setStartOverOpen(false)} />}
        {settingsOpen && (
          <SettingsDialog
            onClose={closeSettings}
            pendingFiles={pendingFiles}
            onPendingFiles={onPendingFiles}
          />
        )}
      </Suspense>
    </section>
  )
}
