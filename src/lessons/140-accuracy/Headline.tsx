import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { Evaluation } from '../../protocol/evaluation.ts'
import { useRun, useRunHandle } from '../../session/useRun.ts'
import { Button } from '../../ui/Button.tsx'
import { useLook } from '../../ui/useLook.ts'
import styles from './Headline.module.css'
import { accuracyWords } from './words.ts'

/** As the original program prints it. */
const decimals = 4

/** The last accuracy with all that belongs to it, and the way to a new one. */
export function Headline({ last }: { readonly last: Evaluation | null }) {
  const { language, number } = useFigureWords()
  const words = accuracyWords[language]
  const interval = useLook('interval')
  const isFinal = useRun(({ status, step, isNow }) => isNow && status === 'finished' && step === last?.step)
  if (last === null) {
    return (
      <div className={styles.headline}>
        <h2 className={styles.value}>{words.notYet}</h2>
        <EvaluateButton />
        <p>{words.howToBegin}</p>
      </div>
    )
  }
  const accuracy = number(last.accuracy, decimals)
  return (
    <div className={styles.headline}>
      <h2 className={styles.value}>{isFinal ? words.finalHeadline(accuracy) : words.headline(accuracy)}</h2>
      <EvaluateButton />
      <p>
        {words.counted(number(last.correct), number(last.n), number(last.step))}{' '}
        <span className={styles.interval} {...interval.props}>
          {words.interval(number(last.interval[0], decimals), number(last.interval[1], decimals))}
        </span>
      </p>
    </div>
  )
}

function EvaluateButton() {
  const run = useRunHandle()
  const { language, number } = useFigureWords()
  const words = accuracyWords[language]
  const data = useRun((state) => state.data)
  const evaluating = useRun((state) => state.evaluating)
  const canEvaluate = useRun(({ status }) => status !== 'starting' && status !== 'failed')
  if (data === null) return <p>{words.noData}</p>
  // The short ones while the network trains come and go by themselves.
  if (evaluating?.total === data.test) {
    return (
      <div className={styles.progress}>
        <label>
          {words.evaluating(number(evaluating.done), number(evaluating.total))}
          <progress value={evaluating.done} max={evaluating.total} />
        </label>
        <Button size="small" onClick={() => run.cancelEvaluation()}>
          {words.stop}
        </Button>
      </div>
    )
  }
  return (
    <Button disabled={!canEvaluate} onClick={() => run.evaluate()}>
      {words.evaluate(number(data.test))}
    </Button>
  )
}
