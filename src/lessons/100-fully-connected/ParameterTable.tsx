import { FigurePart } from '../../figures/FigureLayout.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { parameterCounts } from './explain.ts'
import styles from './ParameterTable.module.css'
import { fullyConnectedWords } from './words.ts'

const counts = parameterCounts()
const total = counts.reduce((sum, { count }) => sum + count, 0)

/** The parameters of each layer as bars of one scale: only one of them is to be seen. */
export function ParameterTable() {
  const { language, number, percent } = useFigureWords()
  const words = fullyConnectedWords[language]
  return (
    <FigurePart heading={words.parameters}>
      <table className={styles.table}>
        <tbody>
          {counts.map(({ layer, count, share }) => (
            <tr key={layer}>
              <th scope="row">{layer}</th>
              <td className={styles.bar}>
                <div style={{ inlineSize: `${share * 100}%` }} />
              </td>
              <td>{number(count)}</td>
              <td>{percent(share, 2)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            <td />
            <td>{number(total)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </FigurePart>
  )
}
