/** The ink itself, as lines: the whole sheet with the box around the ink, or the box alone. */
import { drawing } from '../../figures/drawing/drawing.ts'
import { inkSide, paintStrokes } from '../../figures/drawing/strokes.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { css, palettes } from '../../paint/color.ts'
import { type Box, Stage, type Surface } from '../../ui/Stage.tsx'
import styles from './Preparation.module.css'
import { yourDigitWords } from './words.ts'

export function StrokeStage({ name, part }: { readonly name: string; readonly part: 'all' | 'box' }) {
  const { language } = useFigureWords()
  const words = yourDigitWords[language]
  return (
    <div className={styles.picture} data-side={28}>
      <Stage
        name={name}
        describe={() => (drawing.getState().prepared ? words.filled : words.empty)}
        layout={squareIn}
        paint={part === 'all' ? paintSheet : paintBox}
        subscribe={drawing.subscribe}
      />
    </div>
  )
}

function squareIn({ width, height }: Box) {
  const side = Math.min(width, height)
  return { width: side, height: side }
}

function paintSheet({ context, width: side, ratio, theme }: Surface): null {
  const { shown, prepared } = drawing.getState()
  const palette = palettes[theme]
  context.clearRect(0, 0, side, side)
  context.strokeStyle = css(palette.ink)
  paintStrokes(context, shown, side)
  const scale = side / inkSide
  if (prepared) {
    const { left, top, width, height } = prepared.box
    context.lineWidth = 2 * ratio
    context.strokeStyle = css(palette.accent)
    context.strokeRect(left * scale, top * scale, width * scale, height * scale)
  }
  frame(context, { x: 0, y: 0, width: side, height: side }, css(palette.rule), ratio)
  return null
}

/** As large as fits, with its proportions. */
function paintBox({ context, width: side, ratio, theme }: Surface): null {
  const { shown, prepared } = drawing.getState()
  const palette = palettes[theme]
  context.clearRect(0, 0, side, side)
  if (!prepared) {
    frame(context, { x: 0, y: 0, width: side, height: side }, css(palette.rule), ratio)
    return null
  }
  const { left, top, width, height } = prepared.box
  const scale = side / Math.max(width, height)
  const x = (side - width * scale) / 2
  const y = (side - height * scale) / 2
  context.save()
  context.beginPath()
  context.rect(x, y, width * scale, height * scale)
  context.clip()
  context.translate(x - left * scale, y - top * scale)
  context.strokeStyle = css(palette.ink)
  paintStrokes(context, shown, inkSide * scale)
  context.restore()
  frame(context, { x, y, width: width * scale, height: height * scale }, css(palette.accent), 2 * ratio)
  return null
}

type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

function frame(context: CanvasRenderingContext2D, box: Rectangle, colour: string, line: number) {
  context.lineWidth = line
  context.strokeStyle = colour
  context.strokeRect(box.x + line / 2, box.y + line / 2, box.width - line, box.height - line)
}
