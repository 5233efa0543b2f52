import { useId } from 'react'
import { useFormat, useWords } from '../../i18n/useLanguage.ts'
import type { DataRequest } from '../../protocol/messages.ts'
import { isOneFile } from '../../session/edition.ts'
import { useLiveRun, useLiveRunHandle } from '../../session/useRun.ts'
import { useOffline } from '../offline/useOffline.ts'
import { automaticData } from '../startRun.ts'
import controls from '../styles/Controls.module.css'
import styles from './Dialogs.module.css'

export type DataChoiceProps = {
  readonly onClose: () => void
  readonly pendingFiles: readonly File[]
  readonly onPendingFiles: (files: readonly File[]) => void
}

export function DataChoice({ onClose, pendingFiles, onPendingFiles }: DataChoiceProps) {
  const { data: words } = useWords()
  const format = useFormat()
  const run = useLiveRunHandle()
  const info = useLiveRun((state) => state.data)
  const offline = useOffline()
  const untouched = useLiveRun((state) => state.step === 0)
  const input = useId()

  // Progress and problems are told by the message bar, so the dialog makes room for it.
  const load = (request: DataRequest) => {
    run.load(request)
    onPendingFiles([])
    onClose()
  }
  const choose = (list: FileList | null) => {
    const files = [...(list ?? [])]
    if (files.length === 0) return
    if (untouched) load({ kind: 'files', files })
    else onPendingFiles(files)
  }

  return (
    <section className={styles.section}>
      <h3>{words.title}</h3>
      {info ? (
        <p>
          {words.inUse(
            words.sources[info.source],
            format.count(info.train),
            format.count(info.validation),
            format.count(info.test),
          )}{' '}
          <span className={controls.note}>{words.about[info.source]}</span>
        </p>
      ) : (
        <p>{words.none}</p>
      )}
      {pendingFiles.length > 0 && (
        <div className={styles.pending} role="status">
          <p>
            {words.pending(pendingFiles.length, format.count(pendingFiles.length))} {words.change}
          </p>
          <button
            type="button"
            className={controls.main}
            onClick={() => load({ kind: 'files', files: pendingFiles })}
          >
            {words.loadPending}
          </button>
        </div>
      )}
      <div className={styles.row}>
        <input
          id={input}
          className={`${controls.unseen} ${styles.file}`}
          type="file"
          multiple
          onChange={(event) => choose(event.target.files)}
        />
        <label htmlFor={input} className={`${controls.button} ${styles.fileLabel}`}>
          {words.openFiles}
        </label>
        <button type="button" className={controls.button} onClick={() => load({ kind: 'built-in' })}>
          {words.useBuiltIn}
        </button>
        {!isOneFile && (
          <button type="button" className={controls.button} onClick={() => load(automaticData())}>
            {words.reloadMnist}
          </button>
        )}
      </div>
      <p className={controls.note}>
        {words.openFilesNote} {isOneFile && words.openMnistNote} {words.change}
      </p>
      <p className={controls.note}>
        {offline.state === 'unsupported'
          ? offline.unsupportedBecause && words.offline.unsupported[offline.unsupportedBecause]
          : words.offline[offline.state]}
        .
      </p>
    </section>
  )
}
