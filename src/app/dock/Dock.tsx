/** The run, always in reach: start and stop, where it is, how well it does, and what it runs on. */
import { lazy, Suspense, useState } from 'react'
import { useWords } from '../../i18n/useLanguage.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { CompareButton } from '../compare/CompareButton.tsx'
import { Controls } from './Controls.tsx'
import styles from './Dock.module.css'
import { Machine } from './Machine.tsx'
import { Progress } from './Progress.tsx'
import { Accuracy, Loss } from './Readings.tsx'
import { Tape } from './tape/Tape.tsx'

const StartOverDialog = lazy(() =>
  import('./StartOverDialog.tsx').then(({ StartOverDialog }) => ({ default: StartOverDialog })),
)

type DockProps = { readonly lesson: Lesson; readonly onSettings: () => void }

export function Dock({ lesson, onSettings }: DockProps) {
  const { run: words } = useWords()
  const [startOverOpen, setStartOverOpen] = useState(false)
  return (
    <section className={styles.dock} aria-label={words.dock}>
      <Tape>
        <CompareButton lesson={lesson} />
      </Tape>
      <Controls onStartOver={() => setStartOverOpen(true)} />
      <Progress />
      <Loss />
      <Accuracy />
      <Machine onOpen={onSettings} />
      <Suspense fallback={null}>
        {startOverOpen && <StartOverDialog onClose={() => setStartOverOpen(false)} />}
      </Suspense>
    </section>
  )
}
