/** Draw a digit; the network reads along. Every movement becomes the watched digit. */
import { useCallback, useMemo } from 'react'
import { DrawingTools } from '../../figures/drawing/DrawingTools.tsx'
import { drawing } from '../../figures/drawing/drawing.ts'
import { Pad } from '../../figures/drawing/Pad.tsx'
import { preparedSource } from '../../figures/drawing/preparedSource.ts'
import { bothOf, useTapSource } from '../../figures/tapSource.ts'
import { useFormat, useWords } from '../../i18n/useLanguage.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { MapStage } from '../../ui/MapStage.tsx'
import { Dialog } from '../Dialog.tsx'
import { answerOf } from '../ribbon/describe.ts'
import controls from '../styles/Controls.module.css'
import styles from './DrawPanel.module.css'

const imageShape = { mapCount: 1, mapHeight: 28, mapWidth: 28 }

export function DrawPanel({ onClose }: { readonly onClose: () => void }) {
  const { digit: words } = useWords()
  return (
    <Dialog title={words.drawTitle} onClose={onClose} kind="panel">
      <div className={styles.layout}>
        <Pad />
        <div className={styles.side}>
          <p className={controls.note}>{words.preparedShort}</p>
          <Prepared />
          <Reading />
        </div>
      </div>
      <div className={styles.foot}>
        <DrawingTools />
        <button type="button" className={controls.main} onClick={onClose}>
          {words.done}
        </button>
      </div>
    </Dialog>
  )
}

/** The drawing as the network gets it, before any frame comes back. */
function Prepared() {
  const { digit: words } = useWords()
  return (
    <div className={styles.prepared}>
      <MapStage
        name={words.prepared}
        describe={() => (drawing.getState().prepared ? words.drawn : words.readsNothing)}
        source={preparedSource}
        shape={imageShape}
        kind="unsigned"
        limitOf={() => 1}
      />
    </div>
  )
}

function Reading() {
  const { digit: words } = useWords()
  const format = useFormat()
  const { frames } = useRunHandle()
  const softmax = useTapSource('softmax')
  const either = useMemo(() => bothOf(softmax, drawing), [softmax])
  const read = useCallback(() => {
    const shown = softmax.read()
    const isDrawn = drawing.getState().prepared !== null
    if (!isDrawn || !shown || frames.latest()?.digit.from !== 'drawing') return words.readsNothing
    const { digit, probability } = answerOf(shown.plane)
    return words.reads(format.count(digit), format.percent(probability, 0))
  }, [softmax, frames, words, format])
  return <LiveText as="p" read={read} subscribe={either.subscribe} className={styles.reading} />
}
