import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useRun, useRunHandle } from '../../session/useRun.ts'
import { Button } from '../../ui/Button.tsx'
import { useLook } from '../../ui/useLook.ts'
import styles from './Figure.module.css'
import { useSlowMotion } from './useSlowMotion.ts'
import { learningWords } from './words.ts'

/** The button that takes a step slowly, and which step of the run the figure shows. */
export function TakeStep({ onTake }: { readonly onTake: () => void }) {
  const run = useRunHandle()
  const { language, number } = useFigureWords()
  const words = learningWords[language]
  const look = useLook('take')
  const status = useRun((state) => state.status)
  const step = useRun((state) => state.step)
  const isNow = useRun((state) => state.isNow)
  const { anatomy, isComing } = useSlowMotion()
  const canTake = status === 'ready' || status === 'paused' || status === 'training'

  const which = () => {
    if (isComing) return words.coming
    if (!anatomy) {
      if (status === 'finished') return words.over
      return status === 'training' ? words.pauses : words.invite
    }
    const { place, planes } = anatomy
    const at = (name: 'batch/labels' | 'batch/losses') => planes.get(name)?.values[place] ?? 0
    const shown = words.shown(
      number(anatomy.step),
      number(place + 1),
      number(at('batch/labels')),
      number(at('batch/losses'), 3),
    )
    if (!isNow) return `${shown} ${words.notOnTape}`
    if (status === 'training') return `${shown} ${words.pauses}`
    return step === anatomy.step ? shown : `${shown} ${words.runIsAt(number(step))}`
  }
  return (
    <div className={styles.take} {...look.props}>
      <Button
        disabled={!canTake || isComing}
        onClick={() => {
          onTake()
          run.slowStep(null)
        }}
      >
        {words.take}
      </Button>
      <p className={styles.which} role="status">
        {which()}
      </p>
    </div>
  )
}
