/** The screen as a page to be printed: made when the browser is about to print, gone afterwards. */
import { isLanguage } from '../../i18n/language.ts'
import type { Run } from '../../session/run.ts'
import styles from './Print.module.css'
import { printSheet } from './printSheet.ts'

let isFollowing = false

/** Opens the browser's window of printing, with the page made for it even where it was not followed yet. */
export function printPage(run: Run): void {
  const stop = isFollowing ? null : followPrinting(run)
  window.print()
  // Some browsers print later; `afterprint` has taken the page away then.
  if (stop) addEventListener('afterprint', stop, { once: true })
}

/** Answers the browser's own printing too; returns the way to stop. */
export function followPrinting(run: Run): () => void {
  isFollowing = true
  let sheet: HTMLElement | null = null
  const remove = () => {
    sheet?.remove()
    sheet = null
    document.documentElement.removeAttribute('data-printing')
  }
  const make = () => {
    remove()
    const { lang } = document.documentElement
    try {
      sheet = printSheet(run, isLanguage(lang) ? lang : 'en')
    } catch (error) {
      // Then the page itself is printed, as it is.
      console.error(error)
      return
    }
    sheet.classList.add(styles.sheet)
    document.body.append(sheet)
    document.documentElement.setAttribute('data-printing', '')
  }
  addEventListener('beforeprint', make)
  addEventListener('afterprint', remove)
  return () => {
    isFollowing = false
    removeEventListener('beforeprint', make)
    removeEventListener('afterprint', remove)
    remove()
  }
}
