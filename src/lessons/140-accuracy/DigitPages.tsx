import { useMemo, useState } from 'react'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useAreDigitsHere, useDigitsAt } from '../../session/useDigitsAt.ts'
import { Button } from '../../ui/Button.tsx'
import { type DigitButton, DigitButtons } from './DigitButtons.tsx'
import styles from './DigitPages.module.css'
import figure from './Figure.module.css'
import { accuracyWords } from './words.ts'

/** Any number of test digits, a page at a time. */
export function DigitPages(props: { readonly buttons: readonly DigitButton[]; readonly pageSize: number }) {
  const { buttons, pageSize } = props
  const { language, number } = useFigureWords()
  const words = accuracyWords[language]
  const [wanted, setWanted] = useState(0)
  const pages = Math.max(1, Math.ceil(buttons.length / pageSize))
  // A new evaluation may have fewer.
  const page = Math.min(wanted, pages - 1)
  const shown = useMemo(
    () => buttons.slice(page * pageSize, (page + 1) * pageSize),
    [buttons, page, pageSize],
  )
  const list = shown.map(({ index }) => index).join(' ')
  const indices = useMemo(() => (list === '' ? [] : list.split(' ').map(Number)), [list])
  const digits = useDigitsAt(indices)
  const areHere = useAreDigitsHere()
  return (
    <>
      {!areHere && <p className={figure.text}>{words.otherDigits}</p>}
      <DigitButtons buttons={shown} digits={digits} />
      {pages > 1 && (
        <div className={styles.pages}>
          <Button size="small" disabled={page === 0} onClick={() => setWanted(page - 1)}>
            {words.previous}
          </Button>
          <span>
            {words.page(
              number(page * pageSize + 1),
              number(page * pageSize + shown.length),
              number(buttons.length),
            )}
          </span>
          <Button size="small" disabled={page === pages - 1} onClick={() => setWanted(page + 1)}>
            {words.next}
          </Button>
        </div>
      )}
    </>
  )
}
