/** How the run computes, on which data, and how long. */
import { useFormat, useWords } from '../../i18n/useLanguage.ts'
import { useLiveRun } from '../../session/useRun.ts'
import { Dialog } from '../Dialog.tsx'
import controls from '../styles/Controls.module.css'
import { BackendChoice } from './BackendChoice.tsx'
import { DataChoice, type DataChoiceProps } from './DataChoice.tsx'
import styles from './Dialogs.module.css'
import { StepLimit } from './StepLimit.tsx'

export function SettingsDialog({ onClose, ...data }: DataChoiceProps) {
  const { run: words } = useWords()
  const format = useFormat()
  const kernels = useLiveRun((state) => state.kernels)
  const seed = useLiveRun((state) => state.settings.seed)
  return (
    <Dialog title={words.settingsTitle} onClose={onClose}>
      <DataChoice {...data} onClose={onClose} />
      <BackendChoice />
      <section className={styles.section}>
        <StepLimit />
        <p>
          {words.seed}: <b className={controls.number}>{format.count(seed)}</b>
        </p>
        <p className={controls.note}>
          {words.seedNote} {words.sameBits[kernels ?? 'other']}
        </p>
      </section>
    </Dialog>
  )
}
