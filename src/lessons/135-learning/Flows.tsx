import { useMemo } from 'react'
import { CurveKey } from '../../figures/CurveKey.tsx'
import { FigurePart, FigureRow } from '../../figures/FigureLayout.tsx'
import { SaveCurves } from '../../figures/SaveCurves.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useTense } from '../../figures/useTense.ts'
import { formatOf } from '../../i18n/format.ts'
import { useRecords } from '../../session/useRecords.ts'
import { type Curve, LineChart } from '../../ui/LineChart.tsx'
import styles from './Figure.module.css'
import { flowRows } from './flows.ts'
import { variables } from './variables.ts'
import { learningWords } from './words.ts'

const colors = ['accent', 'positive', 'negative', 'muted'] as const
const kinds = ['gradients', 'updates'] as const
/** Where nothing is known yet, the axes that a first step would need. */
const empty = [[0, 10], ...variables.map(() => [null, null])] as const
const emptyRange = [1e-5, 1] as const

/** How large gradients and updates of each layer are, step by step. */
export function Flows() {
  const { language, number, percent } = useFigureWords()
  const words = learningWords[language]
  const noFlows = words.noFlows[useTense()]
  const flows = useRecords((records) => records.flows)
  const rows = useMemo(
    () => ({ gradients: flowRows(flows, 'gradients'), updates: flowRows(flows, 'updates') }),
    [flows],
  )
  const { significant } = formatOf(language)
  const curves: readonly Curve[] = variables.map((name, i) => ({ name, color: colors[i] }))
  const last = flows.at(-1)
  const ratios = last
    ? variables.map(
        (name) => `${name} ${percent(last.updates[`${name}/weights`] / last.weights[`${name}/weights`], 3)}`,
      )
    : null
  return (
    <>
      <FigureRow grow={1}>
        {kinds.map((kind) => (
          <FigurePart key={kind} heading={words.flows[kind]} look="sizes" grow={1} narrowHeight="20rem">
            <LineChart
              name={words.flows[kind]}
              curves={curves}
              rows={last ? rows[kind] : empty}
              xRange={[0, Math.max(10, last?.step ?? 0)]}
              xName={words.step}
              yName={words.size}
              yRange={last ? undefined : emptyRange}
              logarithmic
              xOf={(value) => number(value)}
              yOf={(value) => significant(value, 1)}
            />
            <CurveKey curves={curves}>
              <SaveCurves />
            </CurveKey>
          </FigurePart>
        ))}
      </FigureRow>
      <div>
        <p className={styles.sentence}>
          {ratios ? words.ratios(number(last?.step ?? 0), ratios.join('; ')) : noFlows}
        </p>
        <p className={styles.sentence}>{words.vanishing}</p>
        <p className={styles.sentence}>{words.exploding}</p>
      </div>
    </>
  )
}
