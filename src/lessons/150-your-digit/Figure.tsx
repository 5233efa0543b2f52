import { DrawingTools } from '../../figures/drawing/DrawingTools.tsx'
import { watchDrawing } from '../../figures/drawing/drawing.ts'
import { Pad } from '../../figures/drawing/Pad.tsx'
import { useDrawing } from '../../figures/drawing/useDrawing.ts'
import { FigureLayout, FigurePart, FigureRow } from '../../figures/FigureLayout.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { Button } from '../../ui/Button.tsx'
import { Answer } from './Answer.tsx'
import styles from './Figure.module.css'
import { Likeness } from './Likeness.tsx'
import { Preparation } from './Preparation.tsx'
import { yourDigitWords } from './words.ts'

export function Figure() {
  const { language } = useFigureWords()
  const words = yourDigitWords[language]
  return (
    <FigureLayout>
      <FigureRow>
        <div className={styles.sheet}>
          <FigurePart heading={words.draw} look="sheet">
            <Sheet />
          </FigurePart>
        </div>
        <FigurePart heading={words.answer} look="answer">
          <Answer />
        </FigurePart>
        <FigurePart heading={words.likeness} look="nearest">
          <Likeness />
        </FigurePart>
      </FigureRow>
      <Preparation />
    </FigureLayout>
  )
}

function Sheet() {
  const { frames } = useRunHandle()
  const { language } = useFigureWords()
  const isEmpty = useDrawing(({ prepared }) => prepared === null)
  return (
    <div className={styles.drawing}>
      <div className={styles.pad}>
        <Pad />
      </div>
      <div className={styles.tools}>
        <DrawingTools />
        <Button disabled={isEmpty} onClick={() => watchDrawing(frames)}>
          {yourDigitWords[language].watch}
        </Button>
      </div>
    </div>
  )
}
