/** Which digit flows through the network, and how to take another one. */
import { lazy, Suspense, useCallback, useState } from 'react'
import { useFormat, useWords } from '../../i18n/useLanguage.ts'
import { useRun, useRunHandle } from '../../session/useRun.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { Icon } from '../Icon.tsx'
import controls from '../styles/Controls.module.css'
import { currentAddress } from '../useAddress.ts'
import styles from './DigitBar.module.css'

const DrawPanel = lazy(() => import('./DrawPanel.tsx').then(({ DrawPanel }) => ({ default: DrawPanel })))

export function DigitBar() {
  const { digit: words } = useWords()
  const format = useFormat()
  const { frames } = useRunHandle()
  const testCount = useRun((state) => state.data?.test ?? 0)
  const [drawing, setDrawing] = useState(false)

  const read = useCallback(() => {
    const frame = frames.latest()
    if (!frame) return words.none
    if (frame.digit.from === 'drawing') return words.drawn
    return words.from[frame.digit.from](
      format.count(frame.digit.index),
      frame.label === null ? '?' : String(frame.label),
    )
  }, [frames, words, format])

  const show = (index: number) =>
    frames.showDigit({ from: 'test', index: (index + testCount) % Math.max(1, testCount) })
  const current = () => {
    const digit = frames.digit()
    // After a drawing, on from the digit before it.
    return digit.from === 'test' ? digit.index : (currentAddress().digit ?? 0)
  }
  const none = testCount === 0

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as one line of text
    <div className={styles.bar} role="group" aria-label={words.group}>
      <LiveText read={read} subscribe={frames.subscribe} className={styles.which} />
      <button
        type="button"
        className={controls.icon}
        disabled={none}
        aria-label={words.previous}
        title={words.previous}
        onClick={() => show(current() - 1)}
      >
        <Icon name="left" />
      </button>
      <button
        type="button"
        className={controls.icon}
        disabled={none}
        aria-label={words.next}
        title={words.next}
        onClick={() => show(current() + 1)}
      >
        <Icon name="right" />
      </button>
      <button
        type="button"
        className={`${controls.quiet} ${styles.labelled}`}
        disabled={none}
        title={words.randomSpoken}
        onClick={() => show(Math.floor(Math.random() * testCount))}
      >
        <Icon name="random" /> {words.random}
      </button>
      <button
        type="button"
        className={`${controls.quiet} ${styles.labelled}`}
        aria-expanded={drawing}
        onClick={() => setDrawing(!drawing)}
      >
        <Icon name="pen" /> {words.draw}
      </button>
      {drawing && (
        <Suspense fallback={null}>
          <DrawPanel onClose={() => setDrawing(false)} />
        </Suspense>
      )}
    </div>
  )
}
