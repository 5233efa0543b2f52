/** Files can be dropped anywhere on the page: runs, weights, digits. */
import { useEffect, useState } from 'react'
import { useWords } from '../../i18n/useLanguage.ts'
import { usePageRun } from '../../session/useRun.ts'
import styles from './DropArea.module.css'

type DropAreaProps = {
  /** Gets the digits when loading them would end a run that has begun. */
  readonly onFiles: (files: readonly File[]) => void
}

export function DropArea({ onFiles }: DropAreaProps) {
  const { data: words } = useWords()
  const page = usePageRun()
  const [over, setOver] = useState(false)

  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const drag = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length === 0) return
      const takeDigits = (digits: readonly File[]) => {
        if (page.run.store.getState().step === 0) page.run.load({ kind: 'files', files: digits })
        else onFiles(digits)
      }
      import('../library/openFiles.ts').then(
        ({ openFiles }) => openFiles(page, files, { takeDigits }),
        console.error,
      )
    }
    addEventListener('dragover', drag)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragover', drag)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
    }
  }, [page, onFiles])

  return over && <p className={styles.over}>{words.dropHere}</p>
}
