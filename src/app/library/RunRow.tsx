/** One run of the list. */
import { useState } from 'react'
import { useStore } from 'zustand'
import { useFormat, useWords } from '../../i18n/useLanguage.ts'
import type { RunHeader } from '../../protocol/keep.ts'
import { usePageRun } from '../../session/useRun.ts'
import { Icon } from '../Icon.tsx'
import controls from '../styles/Controls.module.css'
import { SaveWeights } from '../weights/SaveWeights.tsx'
import { curvePath } from './curvePath.ts'
import styles from './Library.module.css'
import { keepAfterAll, removeSoon } from './leaving.ts'
import { library } from './library.ts'
import { openRun } from './openRun.ts'
import { RunName } from './RunName.tsx'
import { SaveRun } from './SaveRun.tsx'
import { useLibraryWords } from './useLibraryWords.ts'

type RunRowProps = {
  readonly header: RunHeader
  /** As the visitor calls it, or what tells it from others. */
  readonly name: string
  /** It is the run of the page. */
  readonly isPresent: boolean
  readonly isLeaving: boolean
  /** For comparison, where there is another run. */
  readonly choice: false | { readonly isChosen: boolean; readonly toggle: (isChosen: boolean) => void }
}

export function RunRow({ header, name, isPresent, isLeaving, choice }: RunRowProps) {
  const words = useLibraryWords()
  const page = usePageRun()
  const isBusy = useStore(library, ({ work }) => work !== null)
  const [isSaving, setSaving] = useState(false)
  const { id } = header
  const opens = isPresent ? words.toPresent : words.open

  if (isLeaving) {
    return (
      <li className={styles.leaving}>
        <p role="status">{words.removed(name)}</p>
        {/* The button that was pressed is gone: the way back gets the focus. */}
        {/* biome-ignore lint/a11y/noAutofocus: it takes the place of the button that had the focus */}
        <button type="button" className={controls.button} autoFocus onClick={() => keepAfterAll(id)}>
          {words.undo}
        </button>
      </li>
    )
  }
  return (
    <li className={styles.run} data-present={isPresent || undefined}>
      {choice ? (
        <label className={styles.choice}>
          <input
            type="checkbox"
            aria-label={words.compare(name)}
            title={words.compare(name)}
            checked={choice.isChosen}
            onChange={({ target }) => choice.toggle(target.checked)}
          />
          <Curve header={header} />
        </label>
      ) : (
        <Curve header={header} />
      )}
      <div className={styles.about}>
        <RunName header={header} name={name} isPresent={isPresent} />
        <Facts header={header} />
      </div>
      <div className={styles.actions}>
        <button
          type="button"
          className={controls.button}
          aria-label={words.toRun(opens, name)}
          disabled={isBusy}
          onClick={() => openRun(page, { id, name })}
        >
          {opens}
        </button>
        <button
          type="button"
          className={controls.button}
          aria-expanded={isSaving}
          aria-label={words.moreLabel(name)}
          onClick={() => setSaving(!isSaving)}
        >
          {words.more}
        </button>
        <button
          type="button"
          className={`${controls.icon} ${styles.remove}`}
          aria-label={words.removeLabel(name)}
          title={isPresent ? words.cannotRemove : words.remove}
          disabled={isPresent}
          onClick={() => removeSoon(page, id)}
        >
          <Icon name="trash" />
        </button>
      </div>
      {isSaving && (
        <>
          <SaveRun header={header} name={name} />
          <SaveWeights header={header} name={name} />
        </>
      )}
    </li>
  )
}

const curveBox = { width: 96, height: 30 }

function Curve({ header }: { readonly header: RunHeader }) {
  const words = useLibraryWords()
  const format = useFormat()
  const { curve } = header
  const [first, last] = [curve[0], curve.at(-1)]
  const text =
    first && last ? words.curve(format.decimal(first.loss, 3), format.decimal(last.loss, 3)) : words.noCurve
  return (
    <svg className={styles.curve} viewBox="-2 -2 100 34" role="img" aria-label={text}>
      <title>{text}</title>
      <path d={curvePath(curve, curveBox)} />
    </svg>
  )
}

function Facts({ header }: { readonly header: RunHeader }) {
  const words = useLibraryWords()
  const { run, data: dataWords } = useWords()
  const format = useFormat()
  const { settings, means, data, origin, step, loss, accuracy, startedMs, name, bytes, canContinue } = header
  const size = bytes > 0 ? [format.fileSize(bytes)] : []
  const where = [
    // Without a name its date is its name.
    ...(name === null ? [] : [format.moment(startedMs)]),
    words.seed(format.count(settings.seed)),
    ...(origin.kind === 'weights' ? [words.fromWeights(origin.fileName)] : []),
    ...(means.backend ? [run.backends[means.backend]] : []),
    ...(data ? [dataWords.sources[data.source]] : []),
    ...size,
    ...(canContinue ? [] : [words.lookOnly]),
  ]
  return (
    <>
      <p className={styles.numbers}>
        {words.step(format.count(step), format.count(settings.stepLimit))}
        {' · '}
        {loss !== null && `${words.loss(format.decimal(loss, 3))} · `}
        {accuracy
          ? words.accuracy(
              format.percent(accuracy.value),
              format.count(accuracy.n),
              format.count(accuracy.step),
            )
          : words.noAccuracy}
      </p>
      <p className={styles.where}>{where.join(' · ')}</p>
    </>
  )
}
