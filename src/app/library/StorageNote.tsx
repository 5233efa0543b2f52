/** How much of the browser's storage is used, that it may be cleared, and what helps. */
import { useEffect, useState } from 'react'
import { useFormat } from '../../i18n/useLanguage.ts'
import type { RunHeader } from '../../protocol/keep.ts'
import controls from '../styles/Controls.module.css'
import styles from './Library.module.css'
import { useLibraryWords } from './useLibraryWords.ts'

type Room = { readonly used: number; readonly quota: number } | null
type Promised = 'yes' | 'no' | 'refused' | 'unknown'

export function StorageNote({ runs }: { readonly runs: readonly RunHeader[] }) {
  const words = useLibraryWords()
  const format = useFormat()
  const [room, setRoom] = useState<Room>(null)
  const [promised, setPromised] = useState<Promised>('unknown')

  // Another list of runs takes another room.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    let isCurrent = true
    estimate().then((found) => isCurrent && setRoom(found))
    return () => {
      isCurrent = false
    }
  }, [runs])
  useEffect(() => {
    let isCurrent = true
    storage()
      ?.persisted?.()
      .then((is) => isCurrent && setPromised(is ? 'yes' : 'no'))
      .catch(() => {})
    return () => {
      isCurrent = false
    }
  }, [])

  const ask = async () => {
    const isGiven = await storage()
      ?.persist()
      .catch(() => false)
    setPromised(isGiven ? 'yes' : 'refused')
  }
  const ofRuns = runs.reduce((sum, { bytes }) => sum + bytes, 0)
  return (
    <section className={styles.storage}>
      <h3>{words.storage}</h3>
      <p>
        {words.usedOnly(format.fileSize(ofRuns))}
        {room && (
          <>
            {' · '}
            {words.used(format.fileSize(room.used), format.fileSize(room.quota))}{' '}
            <meter className={styles.meter} value={room.used} max={room.quota} aria-label={words.storage} />
          </>
        )}
      </p>
      <p className={controls.note}>
        {words.advice} {promised === 'yes' && words.persisted} {promised === 'refused' && words.notPersisted}
      </p>
      {promised === 'no' && (
        <button type="button" className={controls.button} onClick={ask}>
          {words.persist}
        </button>
      )}
    </section>
  )
}

/** Over plain http there is none, whatever the types say. */
const storage = (): StorageManager | undefined => navigator.storage

async function estimate(): Promise<Room> {
  try {
    const { usage, quota } = (await storage()?.estimate()) ?? {}
    return usage === undefined || !quota ? null : { used: usage, quota }
  } catch {
    return null
  }
}
