/** Which run stands on a side: that of the page, or one that is kept on this device. */
import { useEffect, useId, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { useFormat, useLanguage } from '../../i18n/useLanguage.ts'
import type { RunHeader } from '../../protocol/keep.ts'
import { usePageRun } from '../../session/useRun.ts'
import type { Side } from '../../ui/twins.ts'
import styles from './CompareView.module.css'
import { compareWith, comparing, type Wanted } from './comparing.ts'
import { knowBoth } from './views.ts'
import { compareWords } from './words.ts'

type Taking = 'no' | 'taking' | 'notTaken' | 'gone'

export function RunChoice({ side, wanted }: { readonly side: Side; readonly wanted: Wanted }) {
  const page = usePageRun()
  const words = compareWords[useLanguage()]
  const format = useFormat()
  const present = useStore(page.run.store, (state) => state.id)
  const others = useStore(page.keeper.store, ({ runs }) => runs).filter(({ id }) => id !== present)
  const [taking, setTaking] = useState<Taking>('no')
  const note = useId()
  const isKnown = useStore(comparing, ({ known }) => wanted.run === null || known.includes(wanted.run))
  /** Counts what was chosen: a run that comes after another was chosen comes too late. */
  const chosen = useRef(0)

  const choose = async (id: string) => {
    const choice = ++chosen.current
    if (id === '') {
      setTaking('no')
      return compareWith(side, { run: null, step: wanted.step })
    }
    setTaking('taking')
    try {
      const { kept } = await page.keeper.take(id)
      if (choice !== chosen.current) return
      knowBoth(page, kept)
      setTaking('no')
      compareWith(side, { run: id, step: kept.tape.steps.at(-1) ?? null })
    } catch {
      if (choice === chosen.current) setTaking('notTaken')
    }
  }

  // An address names it.
  useEffect(() => {
    const { run, step } = wanted
    if (run === null || run === present || isKnown) return
    const choice = ++chosen.current
    setTaking('taking')
    page.keeper.take(run).then(
      ({ kept }) => {
        if (choice !== chosen.current) return
        knowBoth(page, kept)
        setTaking('no')
      },
      () => {
        if (choice !== chosen.current) return
        setTaking('gone')
        compareWith(side, { run: null, step })
      },
    )
  }, [page, side, wanted, present, isKnown])

  return (
    <>
      {others.length > 0 && (
        <select
          className={styles.run}
          aria-label={words.run(side.toUpperCase())}
          aria-describedby={taking === 'no' ? undefined : note}
          value={wanted.run ?? ''}
          onChange={({ target }) => choose(target.value)}
        >
          <option value="">{words.presentRun}</option>
          {others.map((run) => (
            <option key={run.id} value={run.id}>
              {nameOf(run)}
            </option>
          ))}
        </select>
      )}
      {taking !== 'no' && (
        <span id={note} role="status" className={styles.note} data-long={taking !== 'taking' || undefined}>
          {words[taking]}
        </span>
      )}
    </>
  )

  function nameOf({ name, startedMs }: RunHeader): string {
    return name ?? words.runOf(format.moment(startedMs))
  }
}
