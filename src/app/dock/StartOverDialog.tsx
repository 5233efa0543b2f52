/** Back to step 0: the same run once more, or another one. */
import { useState } from 'react'
import { useStore } from 'zustand'
import { useFormat, useWords } from '../../i18n/useLanguage.ts'
import { useLiveRun, useLiveRunHandle, usePageRun } from '../../session/useRun.ts'
import { Dialog } from '../Dialog.tsx'
import { randomSeed } from '../startRun.ts'
import controls from '../styles/Controls.module.css'
import { changeAddress } from '../useAddress.ts'
import styles from './Dialogs.module.css'

export function StartOverDialog({ onClose }: { readonly onClose: () => void }) {
  const { run: words } = useWords()
  const format = useFormat()
  const run = useLiveRunHandle()
  const step = useLiveRun((state) => state.step)
  const seed = useLiveRun((state) => state.settings.seed)
  const { keeper } = usePageRun()
  const isKept = useStore(keeper.store, ({ problem }) => problem === null)
  const [newSeed] = useState(randomSeed)

  const startOver = (chosen: number) => {
    run.startOver({ seed: chosen })
    changeAddress({ seed: chosen })
    onClose()
  }
  return (
    <Dialog title={words.startOverTitle} onClose={onClose}>
      {step > 0 && <p>{words.startOverNote(step, format.count(step), isKept)}</p>}
      <div className={styles.choices}>
        <button type="button" className={controls.main} onClick={() => startOver(seed)}>
          {words.sameSeed(format.count(seed))}
        </button>
        <button type="button" className={controls.button} onClick={() => startOver(newSeed)}>
          {words.newSeed(format.count(newSeed))}
        </button>
        <button type="button" className={controls.button} onClick={onClose}>
          {words.cancel}
        </button>
      </div>
      <p className={controls.note}>{words.seedNote}</p>
    </Dialog>
  )
}
