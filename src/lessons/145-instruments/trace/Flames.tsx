/** Three rows of bars over the time of the step; arrow keys walk through them, a line below says what is pointed at. */
import { type KeyboardEvent, useState } from 'react'
import { useFigureWords } from '../../../figures/useFigureWords.ts'
import { formatOf } from '../../../i18n/format.ts'
import type { StepTrace } from '../../../protocol/record.ts'
import styles from '../Machine.module.css'
import { machineWords } from '../machineWords.ts'
import { type FlameBar, flameBars, shortName } from './sums.ts'

const rows = [0, 1, 2] as const

export function Flames({ trace }: { readonly trace: StepTrace }) {
  const { language, number, percent } = useFigureWords()
  const words = machineWords[language]
  const [pointed, setPointed] = useState<number | null>(null)
  const [current, setCurrent] = useState<number | null>(null)
  const bars = flameBars(trace)
  const shown = pointed ?? current
  const bar = shown === null ? null : bars[shown]
  const atOf = (ms: number) => `${(100 * ms) / trace.stepMs}%`

  function textOf({ row, name, phase, first, last }: FlameBar): string {
    const operations = trace.operations.slice(first, last + 1)
    const ms = operations.reduce((sum, { durationMs }) => sum + durationMs, 0)
    const bytes = operations.reduce((sum, one) => sum + one.bytes, 0)
    const label = row === 0 ? words.phases[phase] : name
    const what = words.trace.bar(label, words.ms(number(ms, 2)), percent(ms / trace.stepMs))
    const main = operations.reduce((so, one) => (one.durationMs > so.durationMs ? one : so))
    return row < 2 ? what : what + words.trace.more(main.kernel, formatOf(language).fileSize(bytes))
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const next = nextBar(bars, current ?? 0, event.key)
    if (next === null) return
    event.preventDefault()
    setCurrent(next)
    event.currentTarget.querySelector<HTMLElement>(`[data-bar="${next}"]`)?.focus()
  }

  return (
    <>
      <section className={styles.flames} aria-label={words.trace.picture} onKeyDown={onKeyDown}>
        {rows.map((row) => (
          <div key={row} className={styles.flameRow} data-row={row}>
            {bars.map(
              (one, place) =>
                one.row === row && (
                  <button
                    key={`${one.name} ${one.first}`}
                    type="button"
                    className={styles.flame}
                    data-bar={place}
                    data-phase={one.phase}
                    data-current={place === shown || undefined}
                    tabIndex={place === Math.min(current ?? 0, bars.length - 1) ? 0 : -1}
                    aria-label={textOf(one)}
                    style={{ insetInlineStart: atOf(one.startMs), inlineSize: atOf(one.endMs - one.startMs) }}
                    onClick={() => setCurrent(place)}
                    onFocus={() => setCurrent(place)}
                    onPointerEnter={() => setPointed(place)}
                    onPointerLeave={() => setPointed(null)}
                  >
                    <span>{row === 0 ? words.phases[one.phase] : shortName(one.name)}</span>
                  </button>
                ),
            )}
          </div>
        ))}
        <div className={styles.axis}>
          {[0, 0.25, 0.5, 0.75, 1].map((share) => (
            <span key={share}>
              {words.trace.axis(number(share * trace.stepMs, trace.stepMs < 20 ? 1 : 0))}
            </span>
          ))}
        </div>
      </section>
      <p className={styles.readout}>{bar ? textOf(bar) : words.trace.hint}</p>
    </>
  )
}

/** Left and right within a row, up to what a bar is a part of, down to its first part. */
function nextBar(bars: readonly FlameBar[], current: number, key: string): number | null {
  const here = bars[current]
  if (!here) return null
  const find = (isMeant: (bar: FlameBar) => boolean) => {
    const place = bars.findIndex(isMeant)
    return place < 0 ? null : place
  }
  switch (key) {
    case 'ArrowRight':
      return find(({ row, first }) => row === here.row && first === here.last + 1)
    case 'ArrowLeft':
      return find(({ row, last }) => row === here.row && last === here.first - 1)
    case 'ArrowUp':
      return find(({ row, first, last }) => row === here.row - 1 && first <= here.first && here.first <= last)
    case 'ArrowDown':
      return find(({ row, first }) => row === here.row + 1 && first === here.first)
    default:
      return null
  }
}
