/** The same digit many times with dropout on: a column for each pass, and how often each digit was the answer. */

import { useMemo } from 'react'
import { createStore } from 'zustand/vanilla'
import { FigurePart } from '../../figures/FigureLayout.tsx'
import { useChoice, useKept } from '../../figures/kept.ts'
import { bothOf } from '../../figures/tapSource.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { Plane } from '../../math/plane.ts'
import { answerOf } from '../../math/softmax.ts'
import { type PlaneName, parseTap } from '../../network/derivedTaps.ts'
import { classCount, training } from '../../network/spec.ts'
import { type MapCell, valueAt } from '../../paint/mapGrid.ts'
import type { Mark } from '../../paint/surface.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { useWatch } from '../../session/useWatch.ts'
import { Button } from '../../ui/Button.tsx'
import { Legend } from '../../ui/Legend.tsx'
import { LiveText } from '../../ui/LiveText.tsx'
import { MapStage } from '../../ui/MapStage.tsx'
import { scatterOf, transposed } from './explain.ts'
import styles from './Passes.module.css'
import { dropoutWords } from './words.ts'

const passCount = 20
const digits = Array.from({ length: classCount }, (_, digit) => digit)
const square = { mapCount: 1, mapHeight: classCount, mapWidth: passCount }

type Moment = { readonly passes: Plane; readonly plain: Float32Array; readonly step: number }

export function Passes({ keep }: { readonly keep: number }) {
  const { frames } = useRunHandle()
  const { language, number, percent } = useFigureWords()
  const words = dropoutWords[language]
  const [draw, setDraw] = useChoice('passes/draw', 0)
  const pointed = useKept('passes/pointed', () =>
    createStore<{ readonly cell: MapCell | null }>(() => ({ cell: null })),
  )
  const changes = useMemo(() => bothOf(frames, pointed), [frames, pointed])
  useWatch([`passes/${keep}/${passCount}/${draw}`, 'softmax'])

  /** While other passes are on their way, those of the newest frame stay. */
  const now = (): Moment | null => {
    const frame = frames.latest()
    const name = [...(frame?.planes.keys() ?? [])].find(isPasses)
    const passes = name && frame?.planes.get(name)
    const plain = frame?.planes.get('softmax')?.values
    return frame && passes && plain ? { passes, plain, step: frame.step } : null
  }
  const text = (read: (moment: Moment) => string) => () => {
    const moment = now()
    return moment ? read(moment) : ''
  }
  const cell = (read: (moment: Moment) => string) => (
    <LiveText as="td" read={text(read)} subscribe={frames.subscribe} />
  )
  const marks = (turned: Plane): Mark[] =>
    scatterOf(transposed(turned)).answers.map((row, column) => ({
      map: 0,
      row,
      column,
      rows: 1,
      columns: 1,
      look: 'accent',
    }))
  const verdict = ({ passes, plain }: Moment) => {
    const { counts } = scatterOf(passes)
    const answer = answerOf(plain, 0, classCount)
    return words.verdict(number(answer), number(counts[answer]), number(passCount))
  }
  const readout = text(({ passes }) => {
    const { cell } = pointed.getState()
    if (!cell) return words.passesHint
    const share = valueAt(transposed(passes), square, cell)
    return words.pass(number(cell.column + 1), number(cell.row), percent(share, 1))
  })

  return (
    <FigurePart
      heading={words.passes(number(passCount))}
      look="passes"
      aside={
        <Button size="small" onClick={() => setDraw(draw + 1)}>
          {words.again(number(passCount))}
        </Button>
      }
    >
      <div className={styles.beside}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{words.digit}</th>
              <th scope="col">{words.passColumns(number(passCount))}</th>
              <th scope="col">{words.answers}</th>
              <th scope="col">{words.mean}</th>
              <th scope="col">{words.without}</th>
            </tr>
          </thead>
          <tbody>
            {digits.map((digit) => (
              <tr key={digit}>
                <th scope="row">{number(digit)}</th>
                {digit === 0 && (
                  <td rowSpan={classCount} className={styles.matrix}>
                    <div>
                      <MapStage
                        name={words.passes(number(passCount))}
                        describe={() => text(verdict)() || words.nothing}
                        source={{
                          read() {
                            const moment = now()
                            return moment && { plane: transposed(moment.passes), step: moment.step }
                          },
                          subscribe: frames.subscribe,
                        }}
                        shape={square}
                        kind="unsigned"
                        limitOf={() => 1}
                        marks={marks}
                        onPoint={(cell) => pointed.setState({ cell })}
                        tap="passes"
                        view="figure"
                      />
                    </div>
                  </td>
                )}
                {cell(({ passes }) => number(scatterOf(passes).counts[digit]))}
                {cell(({ passes }) => percent(scatterOf(passes).means[digit], 0))}
                {cell(({ plain }) => percent(plain[digit], 0))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.sum}</th>
              <td className={styles.legend}>
                <Legend
                  kind="unsigned"
                  name={words.shares}
                  ends={() => ({ low: percent(0, 0), high: percent(1, 0) })}
                  subscribe={frames.subscribe}
                />
              </td>
              {cell(({ passes }) => number(passes.shape[0]))}
              <td colSpan={2} />
            </tr>
          </tfoot>
        </table>
        <div className={styles.words}>
          <LiveText as="p" className={styles.readout} read={readout} subscribe={changes.subscribe} />
          <LiveText as="p" read={text(verdict)} subscribe={frames.subscribe} />
          <p className={styles.note}>{words.onlyHere(number(training.keepProbability, 1))}</p>
        </div>
      </div>
    </FigurePart>
  )
}

function isPasses(name: PlaneName): boolean {
  return parseTap(name).kind === 'passes'
}
