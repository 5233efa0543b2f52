/** One logit as what 1,024 neurons contribute to it; or what puts one digit ahead of another. */

import { useMemo } from 'react'
import { FigureColumn, FigurePart, FigureRow } from '../../figures/FigureLayout.tsx'
import { useChoice } from '../../figures/kept.ts'
import { type Term, Terms } from '../../figures/Terms.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { classCount, tapShapes } from '../../network/spec.ts'
import { largestMagnitude, type MapCell } from '../../paint/mapGrid.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { useWatch } from '../../session/useWatch.ts'
import { openSum } from '../../sums/openSum.ts'
import { roundingGap } from '../../sums/rounding.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Legend } from '../../ui/Legend.tsx'
import { LiveText } from '../../ui/LiveText.tsx'
import { MapStage } from '../../ui/MapStage.tsx'
import { useReachBeside } from '../../ui/twins.ts'
import { type Contribution, type LogitSum, logitSum } from './contributions.ts'
import styles from './Figure.module.css'
import { answerWords } from './words.ts'

const shown = 4
const decimals = 3
const ranks = Array.from({ length: shown }, (_, rank) => rank)
const side = Math.sqrt(tapShapes.fc1[0])
const square = { mapCount: 1, mapHeight: side, mapWidth: side }
const digits = Array.from({ length: classCount }, (_, digit) => digit)
const neuronAt = ({ row, column }: MapCell) => row * side + column

/** @param first the digit to begin with */
export function Contributions({ first }: { readonly first: number }) {
  const { frames } = useRunHandle()
  const { language, words: common, number } = useFigureWords()
  const words = answerWords[language]
  const [digit, setDigit] = useChoice('contributions/digit', first)
  const [rival, setRival] = useChoice<number | null>('contributions/rival', null)
  const against = rival === digit ? null : rival
  useWatch(['fc1', 'fc2/weights', 'fc2/bias'])

  const sums = useMemo(() => {
    let done: { readonly frame: unknown; readonly sum: LogitSum | null } | null = null
    return () => {
      const frame = frames.latest()
      if (frame && done?.frame !== frame) {
        done = { frame, sum: logitSum(frame.planes, { digit, against, shown }) }
      }
      return done?.sum ?? null
    }
  }, [frames, digit, against])
  const text = (read: (sum: LogitSum) => string) => () => {
    const sum = sums()
    return sum ? read(sum) : ''
  }
  const live = (read: (sum: LogitSum) => string) => (
    <LiveText read={text(read)} subscribe={frames.subscribe} />
  )
  const source = useMemo(
    () => ({
      read() {
        const sum = sums()
        const values = Float32Array.from(sum?.contributions ?? [], ({ product }) => product)
        return sum && { plane: { shape: [values.length], values }, step: frames.latest()?.step ?? 0 }
      },
      subscribe: frames.subscribe,
    }),
    [frames, sums],
  )
  const limit = () => {
    const now = source.read()
    return (now && largestMagnitude(now.plane)) || 1
  }
  const listed = (of: (sum: LogitSum) => readonly Contribution[]): Term[] =>
    ranks.map((rank) => ({
      name: live((sum) => {
        const one = of(sum)[rank]
        return one
          ? words.term(number(one.neuron + 1), number(one.value, decimals), number(one.weight, decimals))
          : ''
      }),
      read: text((sum) => (of(sum)[rank] ? number(of(sum)[rank].product, decimals) : '')),
    }))
  const note = ({ raising, lowering, rest, bias, total }: LogitSum) => {
    const printed = [...[...raising, ...lowering].map(({ product }) => product), rest.sum, bias]
    const gap = roundingGap(printed, total, decimals)
    const zeros = words.zeros(number(rest.zeros))
    return gap === 0 ? zeros : `${words.gap(number(gap, decimals))} ${zeros}`
  }
  const totalName =
    against === null ? words.logitOf(number(digit)) : words.lead(number(digit), number(against))
  const heading =
    against === null ? words.toLogit(number(digit)) : words.toLead(number(digit), number(against))
  const reach = useReachBeside(` ${heading}`)
  const shared = () => Math.max(limit(), reach(0)?.highest ?? 0)
  const cellText = (cell: MapCell) => {
    const one = sums()?.contributions[neuronAt(cell)]
    if (!one) return common.waiting
    const [value, weight] = [number(one.value, decimals), number(one.weight, decimals)]
    return words.product(number(one.neuron + 1), value, weight, number(one.product, decimals))
  }

  return (
    <>
      <div className={styles.choices}>
        <Choice
          name={words.whichDigit}
          value={String(digit)}
          options={digits.map((one) => ({ value: String(one), label: number(one) }))}
          onChange={(next) => setDigit(Number(next))}
        />
        <Choice
          name={words.whichRival}
          value={against === null ? 'none' : String(against)}
          options={[
            { value: 'none', label: words.noRival },
            ...digits
              .filter((one) => one !== digit)
              .map((one) => ({ value: String(one), label: number(one) })),
          ]}
          onChange={(next) => setRival(next === 'none' ? null : Number(next))}
        />
      </div>
      <FigureRow grow={1}>
        <FigureColumn grow={1}>
          <FigurePart heading={heading} look="contributions" grow={1} narrowHeight="26rem">
            <MapStage
              name={heading}
              describe={() =>
                text(({ total }) => `${totalName}: ${number(total, decimals)}`)() || common.waiting
              }
              source={source}
              shape={square}
              kind="signed"
              limitOf={limit}
              view="figure"
              onPick={(cell) =>
                openSum.setState({ site: { tap: 'fc1', map: neuronAt(cell), row: 0, column: 0 } })
              }
              readout={{ cell: cellText, hint: words.contributionsHint }}
            />
            <Legend
              kind="signed"
              name={common.signedLegend}
              subscribe={frames.subscribe}
              ends={() => ({ low: number(-shared(), 2), high: number(shared(), 2) })}
            />
          </FigurePart>
        </FigureColumn>
        <FigureColumn grow={1}>
          <FigurePart heading={words.sumHeading}>
            <Terms
              changes={frames}
              terms={[
                ...listed(({ raising }) => raising),
                ...listed(({ lowering }) => lowering),
                {
                  name: live(({ rest }) => words.others(number(rest.count))),
                  read: text(({ rest }) => number(rest.sum, decimals)),
                },
                { name: words.bias, read: text(({ bias }) => number(bias, decimals)) },
                { name: totalName, read: text(({ total }) => number(total, decimals)), isTotal: true },
              ]}
              note={text(note)}
            />
            {against !== null && (
              <LiveText
                as="p"
                className={styles.ratio}
                read={text(({ total }) =>
                  words.ratio(number(digit), number(against), number(Math.exp(total), decimals)),
                )}
                subscribe={frames.subscribe}
              />
            )}
          </FigurePart>
        </FigureColumn>
      </FigureRow>
    </>
  )
}
