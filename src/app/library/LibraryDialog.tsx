/** The runs of this device: what can be done with each, files in and out, and how much room they take. */
import { lazy, Suspense, useCallback, useId, useState } from 'react'
import { useStore } from 'zustand'
import { explainKept } from '../../i18n/keepProblems.ts'
import { useFormat, useLanguage } from '../../i18n/useLanguage.ts'
import type { RunHeader } from '../../protocol/keep.ts'
import { useLiveRun, usePageRun } from '../../session/useRun.ts'
import { Dialog } from '../Dialog.tsx'
import controls from '../styles/Controls.module.css'
import type { ChosenRun } from './Comparison.tsx'
import styles from './Library.module.css'
import { library, say } from './library.ts'
import { MessageAction } from './MessageAction.tsx'
import { messageText } from './messageText.ts'
import { openFiles } from './openFiles.ts'
import { RunRow } from './RunRow.tsx'
import { StorageNote } from './StorageNote.tsx'
import { useLibraryWords } from './useLibraryWords.ts'
import { WorkLine } from './WorkLine.tsx'

const Comparison = lazy(() => import('./Comparison.tsx').then(({ Comparison }) => ({ default: Comparison })))

export function LibraryDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useLibraryWords()
  const language = useLanguage()
  const format = useFormat()
  const page = usePageRun()
  const { runs, problem, isListed } = useStore(page.keeper.store)
  const { work, message, leaving } = useStore(library)
  const present = useLiveRun((state) => state.id)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [compared, setCompared] = useState<readonly ChosenRun[] | null>(null)
  const endComparison = useCallback(() => setCompared(null), [])
  const nameOf = (header: RunHeader) => header.name ?? words.runOf(format.moment(header.startedMs))
  // In the order of the list; one that was deleted is not chosen any more.
  const chosenRuns = runs
    .filter(({ id }) => chosen.includes(id) && !leaving.includes(id))
    .map((header) => ({ id: header.id, name: nameOf(header) }))

  return (
    <Dialog title={words.title} size="wide" onClose={onClose}>
      <p className={controls.note}>{words.note}</p>
      <div className={styles.tools}>
        <FileButton
          onFiles={(files) => openFiles(page, files, { takeDigits: () => say({ kind: 'digits' }) })}
        />
        <p className={`${controls.note} ${styles.toolNote}`}>{words.openFileNote}</p>
        {runs.length > 1 && (
          <button
            type="button"
            className={controls.button}
            disabled={chosenRuns.length < 2}
            title={words.compareHint}
            onClick={() => setCompared(chosenRuns)}
          >
            {words.compareChosen}
          </button>
        )}
      </div>
      {problem !== null && problem !== 'starting' && (
        <p className={styles.problem}>{explainKept(problem, language)}</p>
      )}
      {work && <WorkLine work={work} />}
      <p role={message?.kind === 'problem' ? 'alert' : 'status'} className={styles.message}>
        {message && messageText(message, language)}
      </p>
      {message && <MessageAction message={message} />}
      <Suspense fallback={null}>
        {compared && <Comparison chosen={compared} onClose={endComparison} />}
      </Suspense>
      {isListed && runs.length === 0 && <p className={styles.empty}>{words.empty}</p>}
      {runs.length > 0 && (
        <ul className={styles.list} aria-label={words.list}>
          {runs.map((header) => (
            <RunRow
              key={header.id}
              header={header}
              name={nameOf(header)}
              isPresent={header.id === present}
              isLeaving={leaving.includes(header.id)}
              choice={
                runs.length > 1 && {
                  isChosen: chosen.includes(header.id),
                  toggle: (is) =>
                    setChosen([...chosen.filter((id) => id !== header.id), ...(is ? [header.id] : [])]),
                }
              }
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
        accept=".faltwerk,.zip,.npz,.safetensors,.json,.bin"
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
