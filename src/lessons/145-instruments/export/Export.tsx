/** The run as a file for TensorBoard: what will be in it, the button, and how to open it. */
import { useStore } from 'zustand'
import { FigurePart, FigureRow } from '../../../figures/FigureLayout.tsx'
import { useFormat, useLanguage } from '../../../i18n/useLanguage.ts'
import { exporter } from '../../../session/exporting.ts'
import { runRecordOf } from '../../../session/runRecord.ts'
import { useRecords } from '../../../session/useRecords.ts'
import { useRun, useRunHandle } from '../../../session/useRun.ts'
import { Button } from '../../../ui/Button.tsx'
import styles from './Export.module.css'
import { HowToOpen } from './HowToOpen.tsx'
import { exportTexts } from './runText.ts'
import { exportWords } from './words.ts'

export function Export() {
  const words = exportWords[useLanguage()]
  return (
    <FigureRow>
      <FigurePart heading={words.heading} look="export">
        <div className={styles.stack}>
          <p className={styles.text}>{words.what}</p>
          <Exporting />
          <Contents />
        </div>
      </FigurePart>
      <FigurePart heading={words.howTo}>
        <HowToOpen />
      </FigurePart>
    </FigureRow>
  )
}

function Contents() {
  const words = exportWords[useLanguage()]
  const format = useFormat()
  const steps = useRun(({ history }) => history.length)
  const evaluations = useRun((state) => state.evaluations.length)
  const summaries = useSummaries()
  const traces = useRecords((records) => records.summaries.filter(({ trace }) => trace !== null).length)
  if (summaries === 0) return null
  const counted = (count: number) => ({ count, text: format.count(count) })
  const rows = [
    [words.curves, words.curvesOf(counted(steps), counted(evaluations))],
    [words.distributions, words.distributionsOf(format.count(summaries))],
    [words.images, words.imagesOf(format.count(summaries))],
    [words.graph, words.graphOf(counted(traces))],
  ]
  return (
    <dl className={styles.contents} aria-label={words.contents}>
      {rows.map(([name, what]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  )
}

function Exporting() {
  const language = useLanguage()
  const words = exportWords[language]
  const format = useFormat()
  const run = useRunHandle()
  const exporting = useStore(exporter.store)
  const isTraining = useRun(({ status }) => status === 'training')
  const shownStep = useRun(({ isNow, step }) => (isNow ? null : step))
  const atStart = useRun(({ step }) => step === 0)
  const summaries = useSummaries()

  const start = () => {
    const record = runRecordOf(run.store.getState(), run.records.getState())
    if (record) exporter.start(record, exportTexts(record, language))
  }
  if (exporting.status === 'running') {
    return (
      <div className={styles.stack}>
        <p className={styles.running}>
          {words.running(exporting.name, format.percent(exporting.share, 0))}
          <progress value={exporting.share} max={1} aria-label={words.progress} />
        </p>
        <p>
          <Button onClick={exporter.cancel}>{words.cancel}</Button>
        </p>
      </div>
    )
  }
  const hint =
    summaries === 0
      ? words.notYet
      : shownStep !== null
        ? words.onTape(format.count(shownStep))
        : atStart
          ? words.onlyStart
          : isTraining && words.whileTraining
  return (
    <div className={styles.stack}>
      <p>
        <Button onClick={start} disabled={summaries === 0}>
          {exporting.status === 'done' ? words.again : words.start}
        </Button>
      </p>
      <output className={styles.text}>
        {exporting.status === 'done' && (
          <>
            {words.done(exporting.name, format.fileSize(exporting.bytes))}{' '}
            <a href={exporting.url} download={exporting.name}>
              {words.saveAgain}
            </a>
          </>
        )}
        {exporting.status === 'failed' && words.failed(exporting.reason)}
      </output>
      {exporting.status === 'idle' && hint && <p className={styles.hint}>{hint}</p>}
    </div>
  )
}

/** Summaries of the run on the page: after a start over there are none, until the first of the new run comes. */
function useSummaries(): number {
  const run = useRun((state) => state.run)
  return useRecords((records) => (records.run === run ? records.summaries.length : 0))
}
