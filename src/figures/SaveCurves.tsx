/** The button that hands over all curves of the run as a table. */
import { useRun, useRunHandle } from '../session/useRun.ts'
import { Button, type ButtonProps } from '../ui/Button.tsx'
import { saveFile } from '../ui/saveFile.ts'
import { csvFile } from './csv.ts'
import { runCsv, runCsvName } from './runCsv.ts'
import { useFigureWords } from './useFigureWords.ts'

export function SaveCurves({ size = 'small' }: Pick<ButtonProps, 'size'>) {
  const { words } = useFigureWords()
  const { store } = useRunHandle()
  const nothing = useRun(({ history, evaluations }) => history.length === 0 && evaluations.length === 0)
  const save = () => {
    const { history, evaluations, settings, step } = store.getState()
    saveFile(csvFile(runCsv(history, evaluations)), runCsvName(settings.seed, step))
  }
  return (
    <Button size={size} disabled={nothing} title={words.saveCurvesHint} onClick={save}>
      {words.saveCurves}
    </Button>
  )
}
