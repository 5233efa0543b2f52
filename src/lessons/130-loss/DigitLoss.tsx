import { useMemo } from 'react'
import { FigurePart } from '../../figures/FigureLayout.tsx'
import { bothOf } from '../../figures/tapSource.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { classCount } from '../../network/spec.ts'
import { palettes } from '../../paint/color.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { fontsOf } from '../../ui/fonts.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { isLit, looks } from '../../ui/look.ts'
import { Stage, type Surface } from '../../ui/Stage.tsx'
import { useTwins } from '../../ui/twins.ts'
import { useLook } from '../../ui/useLook.ts'
import { chanceLoss, lossOf } from './explain.ts'
import styles from './Figure.module.css'
import { LossSum } from './LossSum.tsx'
import { type LossPoint, paintLossCurve } from './paint.ts'
import { lossWords } from './words.ts'

const decimals = 3
/** Below this, six decimals would show a zero, and the logarithm of zero is none. */
const leastShown = 1e-6

/** The curve −ln p with the watched digit on it. */
export function DigitLoss() {
  const { frames } = useRunHandle()
  const { language, number } = useFigureWords()
  const words = lossWords[language]

  const point = useLook('point')
  const framesAndLooks = useMemo(() => bothOf(frames, looks), [frames])

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
    const p = probabilities[label]
    const shown = p < leastShown ? words.below(number(leastShown, 6)) : words.is(number(p, p < 0.001 ? 6 : 4))
    return words.term(number(label), shown, number(lossOf(logits, label), decimals))
  }
  const twins = useTwins(words.curve, {
    mark: () => {},
    read: () => null,
    reach() {
      const frame = now()
      const loss = frame && frame.label !== null ? lossOf(frame.logits, frame.label) : 0
      return { lowest: 0, highest: loss }
    },
    repaint: () => {},
  })
  const paint = ({ context, width, height, ratio, theme }: Surface): number | null => {
    const frame = now()
    const points: LossPoint[] = []
    if (isLit('chance')) {
      points.push({ probability: 1 / classCount, loss: chanceLoss, color: 'muted', lit: true })
    }
    if (frame && frame.label !== null) {
      const { label, logits, probabilities } = frame
      const loss = lossOf(logits, label)
      points.push({ probability: probabilities[label], loss, color: 'accent', lit: isLit('point') })
    }
    const fonts = fontsOf(context.canvas)
    paintLossCurve(context, { width, height }, points, {
      palette: palettes[theme],
      font: fonts.family,
      fontSize: fonts.sizePx * 0.875 * ratio,
      line: Math.max(1, Math.round(ratio)),
      number,
      reach: twins?.reach(0)?.highest ?? 0,
      xName: words.probability,
      yName: words.loss,
    })
    return frame?.step ?? null
  }

  return (
    <FigurePart heading={words.curve} grow={1} look="curve">
      <Stage
        name={words.curve}
        describe={sentence}
        layout={(box) => box}
        paint={paint}
        subscribe={framesAndLooks.subscribe}
        tap="softmax"
        view="figure"
      />
      <div {...point.props}>
        <LiveText as="p" className={styles.sentence} read={sentence} subscribe={frames.subscribe} />
        <LossSum />
      </div>
    </FigurePart>
  )
}
