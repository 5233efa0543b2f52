/** One measured step over time: phases, layers, operations; the largest of them; and a sum that is the step. */

import { FigureColumn, FigurePart, FigureRow } from '../../figures/FigureLayout.tsx'
import { useChoice } from '../../figures/kept.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { formatOf } from '../../i18n/format.ts'
import type { StepTrace } from '../../protocol/record.ts'
import { Choice } from '../../ui/Choice.tsx'
import styles from './Machine.module.css'
import { machineWords } from './machineWords.ts'
import { Name } from './Name.tsx'
import { Flames } from './trace/Flames.tsx'
import { StepChoice } from './trace/StepChoice.tsx'
import { StepSum } from './trace/StepSum.tsx'
import { largest, shortName } from './trace/sums.ts'
import { useTrace } from './trace/tracedStep.ts'

export function TraceView() {
  const { language, number } = useFigureWords()
  const words = machineWords[language].trace
  const trace = useTrace()
  return (
    <>
      {trace === null && <StepChoice />}
      {trace && (
        <>
          <FigurePart heading={words.heading(number(trace.step))} look="trace" aside={<StepChoice />}>
            <Flames trace={trace} />
          </FigurePart>
          <FigureRow>
            <FigureColumn grow={3}>
              <Largest trace={trace} />
            </FigureColumn>
            <FigureColumn grow={2}>
              <StepSum trace={trace} />
            </FigureColumn>
          </FigureRow>
        </>
      )}
    </>
  )
}

type By = 'ms' | 'bytes'
const rowsShown = 5

function Largest({ trace }: { readonly trace: StepTrace }) {
  const { language, number, percent } = useFigureWords()
  const words = machineWords[language]
  const [by, setBy] = useChoice<By>('traceView/by', 'ms')
  const { columns, sorts } = words.trace
  const sort = (
    <Choice
      name={words.trace.sort}
      value={by}
      options={(['ms', 'bytes'] as const).map((value) => ({ value, label: sorts[value] }))}
      onChange={setBy}
    />
  )
  return (
    <FigurePart heading={words.trace.table} aside={sort}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{columns.node}</th>
            <th scope="col">{columns.phase}</th>
            <th scope="col" className={styles.number}>
              {columns.time}
            </th>
            <th scope="col" className={styles.number}>
              {columns.share}
            </th>
            <th scope="col" className={styles.number}>
              {columns.writes}
            </th>
          </tr>
        </thead>
        <tbody>
          {largest(trace, by)
            .slice(0, rowsShown)
            .map(({ node, kernel, phase, swallowed, ms, bytes }) => (
              <tr key={node}>
                <th scope="row" title={`${node}, ${columns.kernel} ${kernel}`}>
                  <Name>{shortName(node)}</Name>
                  {swallowed.length > 0 && (
                    <span className={styles.more}> {words.trace.contains(number(swallowed.length))}</span>
                  )}
                </th>
                <td>{words.phases[phase]}</td>
                <td className={styles.number}>{words.ms(number(ms, 2))}</td>
                <td className={styles.number}>{percent(ms / trace.stepMs)}</td>
                <td className={styles.number}>{formatOf(language).fileSize(bytes)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </FigurePart>
  )
}
