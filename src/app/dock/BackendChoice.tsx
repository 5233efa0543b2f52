import { useState } from 'react'
import { useFormat, useWords } from '../../i18n/useLanguage.ts'
import type { BackendName } from '../../protocol/messages.ts'
import { gentleCost, type Speed } from '../../session/speeds.ts'
import { useLiveRun, useLiveRunHandle } from '../../session/useRun.ts'
import { backendChoices } from '../address.ts'
import controls from '../styles/Controls.module.css'
import styles from './Dialogs.module.css'

export function BackendChoice() {
  const { run: words } = useWords()
  const run = useLiveRunHandle()
  const chosen = useLiveRun((state) => state.settings.backend)
  const gentle = useLiveRun((state) => state.settings.gentle)
  const ready = useLiveRun((state) => state.status !== 'starting')
  // The worker answers after the step in hand; until it does, the wish is shown.
  const [wish, setWish] = useState({ backend: chosen, gentle, over: `${chosen} ${gentle}` })
  const isOpen = wish.over === `${chosen} ${gentle}`
  const shown = isOpen ? wish : { backend: chosen, gentle }
  const choose = (backend: BackendName | 'auto', options: { readonly gentle: boolean }) => {
    setWish({ backend, ...options, over: `${chosen} ${gentle}` })
    run.switchBackend(backend, options)
  }

  return (
    <fieldset className={styles.section} disabled={!ready}>
      <legend>{words.compute}</legend>
      <p className={controls.note}>{words.computeNote}</p>
      {backendChoices.map((backend) => (
        <label key={backend} className={styles.option}>
          <input
            type="radio"
            name="backend"
            checked={backend === shown.backend}
            onChange={() => choose(backend, { gentle: shown.gentle })}
          />
          <span>{backend === 'auto' ? words.automatic : words.backends[backend]}</span>
          {backend !== 'auto' && <TrialText backend={backend} />}
        </label>
      ))}
      <label className={styles.option}>
        <input
          type="checkbox"
          checked={shown.gentle}
          onChange={(event) => choose(shown.backend, { gentle: event.target.checked })}
        />
        <span>{words.gentle}</span>
        <span className={controls.note}>
          {words.gentleNote} <GentleCostText />
        </span>
      </label>
    </fieldset>
  )
}

/** What the steps of this visit say about the setting. */
function GentleCostText() {
  const { run: words } = useWords()
  const format = useFormat()
  const speeds = useLiveRun((state) => state.speeds)
  const isOnWasm = useLiveRun((state) => state.backend === 'wasm')
  const threads = useLiveRun((state) => state.threads)
  const gentle = useLiveRun((state) => state.settings.gentle)
  const cost = gentleCost(speeds, isOnWasm ? { threads, gentle } : null)
  if (cost.kind !== 'measured') return words.gentleCost[cost.kind]
  const textOf = (speed: Speed) =>
    [format.count(speed.msPerStep), words.threads(speed.threads, format.count(speed.threads))] as const
  const times = cost.gentle.msPerStep / cost.usual.msPerStep
  return (
    <>
      {words.gentleCost.measured(...textOf(cost.usual), ...textOf(cost.gentle))}{' '}
      {times < 1.05 ? words.gentleCost.free : words.gentleCost.longer(format.decimal(times, 1))}
    </>
  )
}

/** What the measuring at the start found out about a backend. */
function TrialText({ backend }: { readonly backend: BackendName }) {
  const { run: words } = useWords()
  const format = useFormat()
  const trial = useLiveRun(({ trials }) => trials.find((one) => one.backend === backend))
  return <span className={controls.note}>{textOf()}</span>

  function textOf(): string {
    switch (trial?.outcome) {
      case undefined:
        return words.notMeasured
      case 'measured':
        return words.msPerImage(format.significant(trial.msPerImage, 2))
      case 'too-slow':
        return words.tooSlow
      case 'unavailable':
        return words.unavailable(trial.reason)
    }
  }
}
