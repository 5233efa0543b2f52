/** What the worker's last second went into, its threads, and what no browser can tell. */
import { FigureColumn, FigurePart, FigureRow } from '../../figures/FigureLayout.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { BusyReport } from '../../protocol/busy.ts'
import { useBusy } from '../../session/useBusy.ts'
import { printedShares, workKinds } from './busy/shares.ts'
import styles from './Machine.module.css'
import { machineWords } from './machineWords.ts'

export function BusyView() {
  const { language, number } = useFigureWords()
  const words = machineWords[language].busy
  const recent = useBusy()
  const newest = recent.at(-1)
  if (!newest) return <p className={styles.note}>{words.none}</p>
  return (
    <FigureRow grow={1}>
      <FigureColumn grow={3}>
        <FigurePart heading={words.heading(`${number(newest.spanMs / 1000, 1)} s`)}>
          <Kinds report={newest} />
        </FigurePart>
        <FigurePart heading={words.minute}>
          <Minute reports={recent} />
        </FigurePart>
      </FigureColumn>
      <FigureColumn grow={2}>
        <FigurePart heading={words.threads}>
          <Threads report={newest} />
        </FigurePart>
        <FigurePart heading={words.unknown}>
          <ul className={styles.list}>
            {words.unknownList.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </FigurePart>
      </FigureColumn>
    </FigureRow>
  )
}

function Kinds({ report }: { readonly report: BusyReport }) {
  const { language, number, percent } = useFigureWords()
  const words = machineWords[language]
  const shares = printedShares(report)
  return (
    <table className={styles.table}>
      <tbody>
        {workKinds.map((kind) => (
          <tr key={kind}>
            <th scope="row">
              <span className={styles.key} data-kind={kind} />
              {words.busy.kinds[kind]}
            </th>
            <td className={styles.number}>{words.ms(number(report.spentMs[kind]))}</td>
            <td className={styles.number}>{percent(shares[kind], 0)}</td>
            <td className={styles.barCell}>
              <span
                className={styles.bar}
                data-kind={kind}
                style={{ inlineSize: `${100 * shares[kind]}%` }}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** One column a second, the newest on the right. */
function Minute({ reports }: { readonly reports: readonly BusyReport[] }) {
  const { language, percent } = useFigureWords()
  const words = machineWords[language].busy
  const last = reports.at(-1)
  const share = last ? last.spentMs.updates / last.spanMs : 0
  return (
    <div
      className={styles.minute}
      role="img"
      aria-label={`${words.picture}: ${words.kinds.updates} ${percent(share, 0)}`}
    >
      {reports.map((report, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: seconds have no other name.
        <div key={at} className={styles.second}>
          {workKinds.map((kind) => (
            <span
              key={kind}
              data-kind={kind}
              style={{ blockSize: `${(100 * report.spentMs[kind]) / report.spanMs}%` }}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

function Threads({ report }: { readonly report: BusyReport }) {
  const { language, number, percent } = useFigureWords()
  const words = machineWords[language].busy
  const { threadsMs, spanMs } = report
  if (threadsMs.length === 0) return <p className={styles.note}>{`${words.noThreads} ${words.gpuNote}`}</p>
  return (
    <>
      <table className={styles.table}>
        <tbody>
          {threadsMs.map((ms, thread) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: threads have no other name.
            <tr key={thread}>
              <th scope="row">{thread === 0 ? words.worker(number(1)) : words.thread(number(thread + 1))}</th>
              <td className={styles.number}>{percent(Math.min(1, ms / spanMs), 0)}</td>
              <td className={styles.barCell}>
                <span
                  className={styles.bar}
                  data-kind="updates"
                  style={{ inlineSize: `${100 * Math.min(1, ms / spanMs)}%` }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>{words.threadsNote}</p>
    </>
  )
}
