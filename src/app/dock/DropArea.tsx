/** Data files can be dropped anywhere on the page. */
import { useEffect, useState } from 'react'
import { useWords } from '../../i18n/useLanguage.ts'
import { useLiveRunHandle } from '../../session/useRun.ts'
import styles from './DropArea.module.css'

type DropAreaProps = {
  /** Gets the files when loading them would end a run that has begun. */
  readonly onFiles: (files: readonly File[]) => void
}

export function DropArea({ onFiles }: DropAreaProps) {
  const { data: words } = useWords()
  const run = useLiveRunHandle()
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
      if (run.store.getState().step === 0) run.load({ kind: 'files', files })
      else onFiles(files)
    }
    addEventListener('dragover', drag)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragover', drag)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
    }
  }, [run, onFiles])

  return over && <p className={styles.over}>{words.dropHere}</p>
}
