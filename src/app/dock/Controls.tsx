import { useWords } from '../../i18n/useLanguage.ts'
import { useLiveRun, useLiveRunHandle } from '../../session/useRun.ts'
import { addressOfLesson } from '../address.ts'
import controls from '../styles/Controls.module.css'
import { changeAddress, currentAddress } from '../useAddress.ts'
import styles from './Dock.module.css'

export function Controls({ onStartOver }: { readonly onStartOver: () => void }) {
  const { run: words } = useWords()
  const run = useLiveRunHandle()
  const status = useLiveRun((state) => state.status)
  const training = status === 'training'
  const over = status === 'finished' || status === 'failed'

  const takeSlowly = () => {
    changeAddress(addressOfLesson(currentAddress(), 'learning'), { asStep: true })
    run.slowStep(null)
  }

  return (
    <div className={styles.controls}>
      <button
        type="button"
        className={`${over ? controls.button : controls.main} ${styles.train}`}
        disabled={over || status === 'starting'}
        onClick={training ? run.pause : run.train}
      >
        {training ? words.pause : status === 'starting' || status === 'ready' ? words.train : words.resume}
      </button>
      <button
        type="button"
        className={controls.button}
        disabled={training || over || status === 'starting'}
        onClick={run.oneStep}
      >
        {words.oneStep}
      </button>
      <button
        type="button"
        className={`${controls.button} ${styles.slow}`}
        disabled={over || status === 'starting'}
        title={words.slowMotionDoes}
        onClick={takeSlowly}
      >
        {words.slowMotion}
      </button>
      <button
        type="button"
        className={over ? controls.main : controls.button}
        disabled={status === 'starting'}
        aria-haspopup="dialog"
        onClick={onStartOver}
      >
        {words.startOver}
      </button>
    </div>
  )
}
