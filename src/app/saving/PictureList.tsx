/** Pictures that can be saved, each with a small view of itself. */
import { useLayoutEffect, useRef } from 'react'
import { useLanguage } from '../../i18n/useLanguage.ts'
import type { Theme } from '../../paint/color.ts'
import { Button } from '../../ui/Button.tsx'
import { takePixels } from '../../ui/takePicture.ts'
import controls from '../styles/Controls.module.css'
import type { Offer } from './collect.ts'
import styles from './SaveDialog.module.css'
import type { Ending } from './SaveDialog.tsx'
import { savingWords } from './words.ts'

type PictureListProps = {
  readonly heading: string
  readonly offers: readonly Offer[]
  readonly theme: Theme
  readonly onSave: (offer: Offer, ending: Ending) => void
}

export function PictureList({ heading, offers, theme, onSave }: PictureListProps) {
  const words = savingWords[useLanguage()]
  return (
    <section className={styles.part}>
      <h3>{heading}</h3>
      <ul className={styles.list}>
        {offers.map((offer, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list stays as it was when the window opened
          <li key={place} className={styles.row}>
            <SmallView offer={offer} theme={theme} />
            <span className={styles.name}>
              {offer.title}
              {offer.name !== offer.title && <span className={controls.note}> {offer.name}</span>}
            </span>
            <span className={styles.buttons}>
              {endingsOf(offer).map((ending) => (
                <Button
                  key={ending}
                  size="small"
                  label={words.saveAs[ending](offer.title)}
                  onClick={() => onSave(offer, ending)}
                >
                  {words.save[ending]}
                </Button>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function endingsOf({ savable }: Offer): readonly Ending[] {
  return savable.kind === 'chart' ? ['png', 'svg', 'csv'] : ['png', 'svg']
}

/** What will be saved: its name stands beside it. */
function SmallView({ offer, theme }: { readonly offer: Offer; readonly theme: Theme }) {
  const ref = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    ref.current?.replaceChildren(takePixels(offer.savable, { theme, times: 1 }).picture)
  }, [offer, theme])
  return <span ref={ref} className={styles.view} data-theme-shown={theme} aria-hidden="true" />
}
