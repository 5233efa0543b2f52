/** Everything that can leave the page as a file or on paper. While it is open the pictures stand still. */
import { useEffect, useMemo, useState } from 'react'
import { csvFile } from '../../figures/csv.ts'
import { SaveCurves } from '../../figures/SaveCurves.tsx'
import { useFormat, useLanguage } from '../../i18n/useLanguage.ts'
import type { Theme } from '../../paint/color.ts'
import { usePageRun, useRun, useRunHandle } from '../../session/useRun.ts'
import { Choice } from '../../ui/Choice.tsx'
import { elementOf } from '../../ui/savable.ts'
import { saveFile } from '../../ui/saveFile.ts'
import { runOfSide } from '../compare/sideRuns.ts'
import { Dialog } from '../Dialog.tsx'
import controls from '../styles/Controls.module.css'
import type { Screen } from '../useScreen.ts'
import { chartCsv, collect, type Offer } from './collect.ts'
import { NoPicture, pngFile, svgFile } from './compose.ts'
import { fileNameOf } from './fileName.ts'
import { PictureList } from './PictureList.tsx'
import styles from './SaveDialog.module.css'
import { digitText, lessonText, runText } from './situation.ts'
import { savingWords } from './words.ts'

type SaveDialogProps = {
  readonly screen: Screen
  readonly within: Element | 'screen'
  readonly onClose: () => void
}
export type Ending = 'png' | 'svg' | 'csv'

const colorChoices = ['screen', 'light'] as const

export function SaveDialog({ screen, within, onClose }: SaveDialogProps) {
  const language = useLanguage()
  const format = useFormat()
  const words = savingWords[language]
  const handle = useRunHandle()
  const runOf = ({ savable }: Offer) => runOfSide(elementOf(savable)) ?? handle
  const { frames, store } = handle
  const isTraining = useRun(({ status }) => status === 'training')
  const { scrubber } = usePageRun()
  useEffect(() => {
    // In a comparison the tape moves a side that is not held.
    scrubber.pause()
    return frames.hold()
  }, [frames, scrubber])
  const offers = useMemo(() => collect(within), [within])
  /** Charts follow the slow lane: this is where it was when their rows were taken. */
  const [run] = useState(() => store.getState())
  const stateOf = (offer: Offer) => (runOf(offer) === handle ? run : runOf(offer).store.getState())
  const [colors, setColors] = useState<(typeof colorChoices)[number]>('screen')
  const [message, setMessage] = useState<{ readonly failed: boolean; readonly text: string } | null>(null)
  const theme: Theme = colors === 'light' ? 'light' : screen.theme

  /** A picture that stands for no frame may call itself step 0, as walls of digits do: then it has no step and no digit. */
  const shownStep = (offer: Offer, painted: number | null) => {
    const { savable } = offer
    if (savable.kind !== 'stage') return stateOf(offer).step
    const { frames } = runOf(offer)
    return savable.canvas.dataset.tap !== undefined || painted === frames.latest()?.step ? painted : null
  }
  const wordsAt = (offer: Offer) => (painted: number | null) => {
    const step = shownStep(offer, painted)
    const isOfDigit = offer.savable.kind === 'stage' && offer.savable.canvas.dataset.tap !== undefined
    return {
      title: offer.title,
      place: words.place(
        lessonText(language, screen.lessonIndex),
        step === null ? null : format.count(step),
        isOfDigit && step !== null ? digitText(language, runOf(offer).frames.latest()) : null,
      ),
      caption: offer.caption,
      run: runText(language, stateOf(offer)),
    }
  }

  async function save(offer: Offer, ending: Ending) {
    try {
      const { file, step } = await fileOf(offer, ending)
      const at = shownStep(offer, step)
      const name = fileNameOf({ lesson: screen.lesson.id, what: offer.title, step: at, language, ending })
      saveFile(file, name)
      setMessage({ failed: false, text: words.saved(name) })
    } catch (error) {
      console.error(error)
      const reason = error instanceof Error ? error.message : String(error)
      const text = error instanceof NoPicture ? words.failed[error.code] : words.failed.other(reason)
      setMessage({ failed: true, text })
    }
  }

  async function fileOf(offer: Offer, ending: Ending): Promise<{ file: Blob; step: number | null }> {
    const composition = { savable: offer.savable, theme, language, wordsAt: wordsAt(offer) }
    switch (ending) {
      case 'png':
        return await pngFile(composition)
      case 'svg': {
        const { file, step } = svgFile(composition)
        return { file: new Blob([file], { type: 'image/svg+xml' }), step }
      }
      case 'csv': {
        if (offer.savable.kind !== 'chart') throw new Error('Only charts have columns.')
        return { file: csvFile(chartCsv(offer.savable.chart())), step: null }
      }
      default:
        return ending satisfies never
    }
  }

  const print = async () => {
    const { printPage } = await import('../print/followPrinting.ts')
    onClose()
    // Once the window is gone and the focus is back.
    setTimeout(() => printPage(handle))
  }
  const chosen = offers.filter(({ isChosen }) => isChosen)
  const others = offers.filter(({ isChosen }) => !isChosen)

  return (
    <Dialog title={words.title} onClose={onClose}>
      <div className={styles.choices}>
        <p className={controls.note}>
          {words.note} {isTraining && words.still}
        </p>
        {screen.theme !== 'light' && (
          <Choice
            name={words.colors}
            value={colors}
            options={colorChoices.map((value) => ({ value, label: words.colorChoices[value] }))}
            onChange={setColors}
          />
        )}
      </div>
      {/* Said once more when it is the same: a new element is heard. */}
      <p role={message?.failed ? 'alert' : 'status'} className={styles.message} data-failed={message?.failed}>
        {message?.text}
      </p>
      {offers.length === 0 && <p>{words.noPictures}</p>}
      {chosen.length > 0 && <PictureList heading={words.these} offers={chosen} onSave={save} theme={theme} />}
      {others.length > 0 && (
        <PictureList
          heading={chosen.length > 0 ? words.others : words.pictures}
          offers={others}
          onSave={save}
          theme={theme}
        />
      )}
      <section className={styles.part}>
        <h3>{words.curves}</h3>
        <p className={controls.note}>{words.curvesNote}</p>
        <SaveCurves size="usual" />
      </section>
      <section className={styles.part}>
        <h3>{words.print}</h3>
        <p className={controls.note}>{words.printNote}</p>
        <button type="button" className={controls.button} onClick={print}>
          {words.printButton}
        </button>
      </section>
    </Dialog>
  )
}
