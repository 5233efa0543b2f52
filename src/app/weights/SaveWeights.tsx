/** The weights of one step of a run leave as a file for other programs. */
import { useId, useState } from 'react'
import { useStore } from 'zustand'
import { useFormat, useLanguage } from '../../i18n/useLanguage.ts'
import { roundedUp } from '../../math/roundedUp.ts'
import type { RunHeader, WeightsFormat } from '../../protocol/keep.ts'
import { usePageRun } from '../../session/useRun.ts'
import { Choice } from '../../ui/Choice.tsx'
import { saveFile } from '../../ui/saveFile.ts'
import { networkBytes } from '../library/fileBytes.ts'
import { say } from '../library/library.ts'
import { working } from '../library/working.ts'
import controls from '../styles/Controls.module.css'
import styles from './SaveWeights.module.css'
import { saveWeightsWords } from './words.ts'

const formats: readonly WeightsFormat[] = ['npz', 'safetensors', 'tfjs']
/** In single precision; Python files and the page to read first come to a few thousand more. */
const parameterCount = networkBytes / 4

export function SaveWeights({ header, name }: { readonly header: RunHeader; readonly name: string }) {
  const words = saveWeightsWords[useLanguage()]
  const format = useFormat()
  const { keeper } = usePageRun()
  const [wanted, setWanted] = useState<WeightsFormat>('npz')
  /** Null: the last one, whichever that is by then. */
  const [step, setStep] = useState<number | null>(null)
  const tape = useStore(keeper.store, ({ tapes }) => tapes.get(header.id) ?? null)

  const save = async () => {
    const written = await working({ kind: 'packing', name }, (following) =>
      keeper.writeWeights(header.id, { step, format: wanted, ...following }),
    )
    if (written === null) return
    saveFile(written.file, written.fileName)
    say({ kind: 'saved', fileName: written.fileName, bytes: written.file.size })
  }
  // The tape of a run that is not open comes with the run.
  const bringTape = () => working({ kind: 'opening', name }, (following) => keeper.take(header.id, following))

  return (
    <section className={styles.weights} aria-label={words.title}>
      <h3>{words.title}</h3>
      <p className={controls.note}>{words.note(format.count(parameterCount))}</p>
      <Choice
        name={words.format}
        value={wanted}
        options={formats.map((value) => ({ value, label: words.formats[value] }))}
        onChange={setWanted}
      />
      <p className={styles.meaning}>{words.meaning[wanted]}</p>
      <div className={styles.line}>
        <StepChoice last={header.step} steps={tape?.steps ?? []} step={step} onChange={setStep} />
        {tape === null && (
          <button type="button" className={controls.quiet} onClick={bringTape}>
            {words.otherSteps}
          </button>
        )}
      </div>
      <p className={controls.note}>
        {step === null || step === header.step || tape === null
          ? words.exact
          : words.fromTape(format.significant(roundedUp(tape.fc1Tolerance, 2), 2))}
      </p>
      <button type="button" className={controls.button} onClick={save}>
        {words.save(format.fileSize(networkBytes))}
      </button>
    </section>
  )
}

type StepChoiceProps = {
  readonly last: number
  readonly steps: readonly number[]
  readonly step: number | null
  readonly onChange: (step: number | null) => void
}

function StepChoice({ last, steps, step, onChange }: StepChoiceProps) {
  const words = saveWeightsWords[useLanguage()]
  const format = useFormat()
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{words.step}</label>
      <select
        id={id}
        className={styles.steps}
        value={step ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? null : Number(target.value))}
      >
        <option value="">{words.lastStep(format.count(last))}</option>
        {steps
          .filter((kept) => kept !== last)
          .toReversed()
          .map((kept) => (
            <option key={kept} value={kept}>
              {format.count(kept)}
            </option>
          ))}
      </select>
    </>
  )
}
