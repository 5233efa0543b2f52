import { FigurePart } from '../../figures/FigureLayout.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { palettes } from '../../paint/color.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { Stage, type Surface } from '../../ui/Stage.tsx'
import { lossOf } from './explain.ts'
import styles from './Figure.module.css'
import { paintLossCurve } from './paint.ts'
import { lossWords } from './words.ts'

const decimals = 3

/** The curve −ln p with the watched digit on it. */
export function DigitLoss() {
  const { frames } = useRunHandle()
  const { language, number } = useFigureWords()
  const words = lossWords[language]

  const now = () => {
    const frame = frames.latest()
    const logits = frame?.planes.get('fc2')?.values
    const probabilities = frame?.planes.get('softmax')?.values
    return frame && logits && probabilities ? { ...frame, logits, probabilities } : null
  }
  const sentence = () => {
    const frame = now()
    if (!frame) return words.nothing
    const { label, logits, probabilities } = frame
    if (label === null) return words.noLabel
    return words.term(
      number(label),
      number(probabilities[label], probabilities[label] < 0.001 ? 6 : 4),
      number(lossOf(logits, label), decimals),
    )
  }
  const paint = ({ context, width, height, ratio, theme }: Surface): number | null => {
    const frame = now()
    const point =
      frame && frame.label !== null
        ? { probability: frame.probabilities[frame.label], loss: lossOf(frame.logits, frame.label) }
        : null
    const style = getComputedStyle(context.canvas)
    paintLossCurve(context, { width, height }, point, {
      palette: palettes[theme],
      font: style.fontFamily,
      fontSize: Number.parseFloat(style.getPropertyValue('font-size')) * 0.875 * ratio,
      line: Math.max(1, Math.round(ratio)),
      number,
      xName: words.probability,
      yName: words.loss,
    })
    return frame?.step ?? null
  }

  return (
    <FigurePart heading={words.curve} grow={1}>
      <Stage
        name={words.curve}
        describe={sentence}
        layout={(box) => box}
        paint={paint}
        subscribe={frames.subscribe}
        tap="softmax"
        view="figure"
      />
      <LiveText as="p" className={styles.sentence} read={sentence} subscribe={frames.subscribe} />
    </FigurePart>
  )
}
