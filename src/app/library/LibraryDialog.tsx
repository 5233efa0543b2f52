/** The runs of this device: what can be done with each, files in and out, and how much room they take. */
import { useId } from 'react'
import { useStore } from 'zustand'
import { explainKept } from '../../i18n/keepProblems.ts'
import { useFormat, useLanguage } from '../../i18n/useLanguage.ts'
import { useLiveRun, usePageRun } from '../../session/useRun.ts'
import { Dialog } from '../Dialog.tsx'
import controls from '../styles/Controls.module.css'
import styles from './Library.module.css'
import { library } from './library.ts'
import { messageText } from './messageText.ts'
import { openRunFiles } from './openFiles.ts'
import { RunRow } from './RunRow.tsx'
import { StorageNote } from './StorageNote.tsx'
import { useLibraryWords } from './useLibraryWords.ts'
import { WorkLine } from './WorkLine.tsx'

export function LibraryDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useLibraryWords()
  const language = useLanguage()
  const format = useFormat()
  const page = usePageRun()
  const { runs, problem, isListed } = useStore(page.keeper.store)
  const { work, message, leaving } = useStore(library)
  const present = useLiveRun((state) => state.id)

  return (
    <Dialog title={words.title} size="wide" onClose={onClose}>
      <p className={controls.note}>{words.note}</p>
      <div className={styles.tools}>
        <FileButton onFiles={(files) => openRunFiles(page, files)} />
        <p className={controls.note}>{words.openFileNote}</p>
      </div>
      {problem !== null && problem !== 'starting' && (
        <p className={styles.problem}>{explainKept(problem, language)}</p>
      )}
      {work && <WorkLine work={work} />}
      <p role={message?.kind === 'problem' ? 'alert' : 'status'} className={styles.message}>
        {message && messageText(message, language)}
      </p>
      {isListed && runs.length === 0 && <p className={styles.empty}>{words.empty}</p>}
      {runs.length > 0 && (
        <ul className={styles.list} aria-label={words.list}>
          {runs.map((header) => (
            <RunRow
              key={header.id}
              header={header}
              name={header.name ?? words.runOf(format.moment(header.startedMs))}
              isPresent={header.id === present}
              isLeaving={leaving.includes(header.id)}
            />
          ))}
        </ul>
      )}
      <StorageNote runs={runs} />
    </Dialog>
  )
}

function FileButton({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const words = useLibraryWords()
  const id = useId()
  return (
    <>
      <input
        id={id}
        className={`${controls.unseen} ${styles.file}`}
        type="file"
        accept=".faltwerk,.zip"
        multiple
        onChange={({ target }) => {
          const files = [...(target.files ?? [])]
          // The same file can be chosen again.
          target.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
      <label htmlFor={id} className={`${controls.button} ${styles.fileLabel}`}>
        {words.openFile}
      </label>
    </>
  )
}
