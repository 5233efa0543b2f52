/** What other programs do before softmax and this network does not: all logits divided by one number. */

import { useMemo } from 'react'
import { FigureColumn, FigurePart, FigureRow } from '../../figures/FigureLayout.tsx'
import { useChoice } from '../../figures/kept.ts'
import { useTapSource } from '../../figures/tapSource.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { answerOf, softmax } from '../../math/softmax.ts'
import { classCount } from '../../network/spec.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { BarStage } from '../../ui/BarStage.tsx'
import { LiveText } from '../../ui/LiveText.tsx'
import { Slider } from '../../ui/Slider.tsx'
import { atTemperature } from './explain.ts'
import styles from './Figure.module.css'
import { answerWords } from './words.ts'

const shares = { lowest: 0, highest: 1 }
const largestAt = (values: Float32Array) => answerOf(values, 0, values.length)

export function Temperature() {
  const { frames } = useRunHandle()
  const { language, number, percent } = useFigureWords()
  const words = answerWords[language]
  const [temperature, setTemperature] = useChoice('temperature/temperature', 1)
  const network = useTapSource('softmax')
  const imagined = useMemo(
    () => ({
      read() {
        const frame = frames.latest()
        const logits = frame?.planes.get('fc2')
        if (!frame || !logits) return null
        const values = softmax(atTemperature(logits.values, temperature), classCount)
        return { plane: { shape: logits.shape, values }, step: frame.step }
      },
      subscribe: frames.subscribe,
    }),
    [frames, temperature],
  )
  const largestOf = (values: Float32Array | undefined) =>
    values ? words.answerNow(number(largestAt(values)), percent(values[largestAt(values)], 2)) : words.nothing
  const example = () => {
    const logits = frames.latest()?.planes.get('fc2')?.values
    const share = imagined.read()?.plane.values
    if (!logits || !share) return ''
    const answer = largestAt(logits)
    return words.divided(
      number(answer),
      number(logits[answer], 3),
      number(temperature, 2),
      number(logits[answer] / temperature, 3),
      percent(share[answer], 2),
    )
  }
  const bars = {
    kind: 'unsigned',
    range: shares,
    valueOf: (value: number) => percent(value, 0),
    nameOf: (digit: number) => number(digit),
    marked: largestAt,
    view: 'figure',
    readout: {
      bar: (digit: number, value: number) => words.bar(number(digit), percent(value, 2)),
      hint: words.barHint,
    },
  } as const

  return (
    <>
      <p className={styles.warning}>{words.notOurs}</p>
      <FigureRow grow={1}>
        <FigureColumn grow={1}>
          <FigurePart heading={words.network} grow={1} narrowHeight="16rem">
            <BarStage
              name={words.network}
              describe={() => largestOf(network.read()?.plane.values)}
              source={network}
              tap="softmax"
              {...bars}
            />
          </FigurePart>
        </FigureColumn>
        <FigureColumn grow={1}>
          <FigurePart
            heading={words.withTemperature(number(temperature, 2))}
            look="temperature"
            grow={1}
            narrowHeight="16rem"
          >
            <BarStage
              name={words.withTemperature(number(temperature, 2))}
              describe={() => largestOf(imagined.read()?.plane.values)}
              source={imagined}
              {...bars}
            />
          </FigurePart>
        </FigureColumn>
      </FigureRow>
      <Slider
        name={words.temperature}
        value={temperature}
        least={0.25}
        most={10}
        step={0.25}
        valueText={number(temperature, 2)}
        onChange={setTemperature}
      />
      <LiveText as="p" className={styles.line} read={example} subscribe={frames.subscribe} />
      <p className={styles.line}>{words.temperatureIs}</p>
    </>
  )
}
