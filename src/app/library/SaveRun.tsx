/** A run leaves as a file: whole, or only to look at. */
import { useStore } from 'zustand'
import { useFormat } from '../../i18n/useLanguage.ts'
import type { RunHeader } from '../../protocol/keep.ts'
import { usePageRun } from '../../session/useRun.ts'
import { saveFile } from '../../ui/saveFile.ts'
import controls from '../styles/Controls.module.css'
import { fileBytesOf } from './fileBytes.ts'
import styles from './Library.module.css'
import { library, say } from './library.ts'
import { useLibraryWords } from './useLibraryWords.ts'
import { working } from './working.ts'

export function SaveRun({ header, name }: { readonly header: RunHeader; readonly name: string }) {
  const words = useLibraryWords()
  const format = useFormat()
  const { keeper } = usePageRun()
  const isBusy = useStore(library, ({ work }) => work !== null)

  const save = async (canContinue: boolean) => {
    const packed = await working({ kind: 'packing', name }, (following) =>
      keeper.pack(header.id, { canContinue, ...following }),
    )
    if (packed === null) return
    saveFile(packed.file, packed.fileName)
    say({ kind: 'saved', fileName: packed.fileName, bytes: packed.file.size })
  }
  const size = (canContinue: boolean) => format.fileSize(fileBytesOf(header, { canContinue }))

  return (
    <section className={styles.save} aria-label={words.saveTitle}>
      <h3>{words.saveTitle}</h3>
      <p className={controls.note}>{words.saveNote}</p>
      <div className={styles.choices}>
        {header.canContinue && (
          <button type="button" className={controls.button} disabled={isBusy} onClick={() => save(true)}>
            {words.saveWhole(size(true))}
          </button>
        )}
        <button type="button" className={controls.button} disabled={isBusy} onClick={() => save(false)}>
          {words.saveSmall(size(false))}
        </button>
      </div>
    </section>
  )
}
