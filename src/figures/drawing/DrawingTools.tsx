/** What can be done with the drawing: rub out, take back, play again. */
import { useWords } from '../../i18n/useLanguage.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { useMedia } from '../../ui/useMedia.ts'
import styles from './DrawingTools.module.css'
import { useDrawing, useDrawingActions } from './useDrawing.ts'

const tools = ['pen', 'eraser'] as const

export function DrawingTools() {
  const { digit: words } = useWords()
  const actions = useDrawingActions()
  const tool = useDrawing((state) => state.tool)
  const isEmpty = useDrawing(({ history }) => history.strokes.length === 0)
  const hasPast = useDrawing(({ history }) => history.past.length > 0)
  const hasFuture = useDrawing(({ history }) => history.future.length > 0)
  const isReplaying = useDrawing((state) => state.isReplaying)
  const whole = useMedia('(prefers-reduced-motion: reduce)')
  const buttons = [
    { name: words.undo, does: actions.undo, disabled: !hasPast },
    { name: words.redo, does: actions.redo, disabled: !hasFuture },
    { name: words.clear, does: actions.clear, disabled: isEmpty },
    isReplaying
      ? { name: words.stopReplay, does: actions.stop, disabled: false }
      : { name: words.replay, does: () => actions.replay({ whole }), disabled: isEmpty },
  ]
  return (
    <div className={styles.tools}>
      <Choice
        name={words.tool}
        value={tool}
        options={tools.map((value) => ({ value, label: words.tools[value] }))}
        onChange={actions.use}
      />
      {buttons.map(({ name, does, disabled }) => (
        <Button key={name} disabled={disabled} onClick={does}>
          {name}
        </Button>
      ))}
    </div>
  )
}
