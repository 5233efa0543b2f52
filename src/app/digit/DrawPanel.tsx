/** Draw a digit; the network reads along. Every movement becomes the watched digit. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import { prepareDrawing } from '../../data/prepareDrawing.ts'
import { useTapSource } from '../../figures/tapSource.ts'
import { useFormat, useWords } from '../../i18n/useLanguage.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { MapStage, type PlaneSource } from '../../ui/MapStage.tsx'
import { Dialog } from '../Dialog.tsx'
import { answerOf } from '../ribbon/describe.ts'
import controls from '../styles/Controls.module.css'
import styles from './DrawPanel.module.css'
import { Pad } from './Pad.tsx'
import { rasterize, type Stroke } from './strokes.ts'

const imageShape = { mapCount: 1, mapHeight: 28, mapWidth: 28 }

export function DrawPanel({ onClose }: { readonly onClose: () => void }) {
  const { digit: words } = useWords()
  const { frames } = useRunHandle()
  const [strokes, setStrokes] = useState<readonly Stroke[]>([])
  const imageHW = useMemo(() => imageOf(strokes), [strokes])
  // With the last stroke taken back, the digit from before the drawing returns.
  const [before] = useState(() => frames.digit())

  useEffect(() => {
    if (imageHW) frames.showDigit({ from: 'drawing', imageHW })
    else if (frames.digit().from === 'drawing') frames.showDigit(before)
  }, [imageHW, frames, before])

  return (
    <Dialog title={words.drawTitle} onClose={onClose} kind="panel">
      <div className={styles.layout}>
        <Pad name={words.pad} strokes={strokes} onChange={setStrokes} />
        <div className={styles.side}>
          <p className={controls.note}>{words.preparedShort}</p>
          <Prepared imageHW={imageHW} />
          <Reading drawn={imageHW !== null} />
        </div>
      </div>
      <div className={styles.buttons}>
        <button
          type="button"
          className={controls.button}
          disabled={strokes.length === 0}
          onClick={() => setStrokes(strokes.slice(0, -1))}
        >
          {words.undo}
        </button>
        <button
          type="button"
          className={controls.button}
          disabled={strokes.length === 0}
          onClick={() => setStrokes([])}
        >
          {words.clear}
        </button>
        <button type="button" className={controls.main} onClick={onClose}>
          {words.done}
        </button>
      </div>
    </Dialog>
  )
}

function imageOf(strokes: readonly Stroke[]): Float32Array | null {
  if (strokes.length === 0) return null
  const ink = rasterize(strokes)
  return ink && (prepareDrawing(ink)?.imageHW ?? null)
}

/** The picture changes with React alone. One function for all strokes: another one would set the canvas up anew. */
const never = () => () => {}

/** The drawing as the network gets it, before any frame comes back. */
function Prepared({ imageHW }: { readonly imageHW: Float32Array | null }) {
  const { digit: words } = useWords()
  const source = useMemo<PlaneSource>(
    () => ({
      read: () => imageHW && { plane: { shape: [28, 28, 1], values: imageHW }, step: 0 },
      subscribe: never,
    }),
    [imageHW],
  )
  return (
    <div className={styles.prepared}>
      <MapStage
        name={words.prepared}
        describe={() => (imageHW ? words.drawn : words.readsNothing)}
        source={source}
        shape={imageShape}
        kind="unsigned"
        limitOf={() => 1}
      />
    </div>
  )
}

function Reading({ drawn }: { readonly drawn: boolean }) {
  const { digit: words } = useWords()
  const format = useFormat()
  const { frames } = useRunHandle()
  const softmax = useTapSource('softmax')
  const read = useCallback(() => {
    const shown = softmax.read()
    if (!drawn || !shown || frames.latest()?.digit.from !== 'drawing') return words.readsNothing
    const { digit, probability } = answerOf(shown.plane)
    return words.reads(format.count(digit), format.percent(probability, 0))
  }, [softmax, frames, drawn, words, format])
  return <LiveText as="p" read={read} subscribe={softmax.subscribe} className={styles.reading} />
}
