import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { Evaluation } from '../../protocol/messages.ts'
import { useRun, useRunHandle } from '../../session/useRun.ts'
import { Button } from '../../ui/Button.tsx'
import { useLook } from '../../ui/useLook.ts'
import styles from './Headline.module.css'
import { accuracyWords } from './words.ts'

/** The last accuracy with all that belongs to it, and the way to a new one. */
export function Headline({ last }: { readonly last: Evaluation | null }) {
  const { language, number, percent } = useFigureWords()
  const words = accuracyWords[language]
  const interval = useLook('interval')
  return (
    <div className={styles.headline}>
      {last === null ? (
        <>
          <h2 className={styles.value}>{words.notYet}</h2>
          <p>{words.howToBegin}</p>
        </>
      ) : (
        <>
          <h2 className={styles.value}>
            {words.headline(percent(last.accuracy, 2), number(last.correct), number(last.n))}
          </h2>
          <p className={styles.interval} {...interval.props}>
            {words.details(number(last.step), percent(last.interval[0], 1), percent(last.interval[1], 1))}
          </p>
        </>
      )}
      <EvaluateButton />
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
  return (
    <Button disabled={!canEvaluate || evaluating !== null} onClick={() => run.evaluate()}>
      {evaluating
        ? words.evaluating(number(evaluating.done), number(evaluating.total))
        : words.evaluate(number(data.test))}
    </Button>
  )
}
