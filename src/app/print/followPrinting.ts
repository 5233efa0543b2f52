/** The screen as a page to be printed: made when the browser is about to print, gone afterwards. */
import { isLanguage } from '../../i18n/language.ts'
import type { Run } from '../../session/run.ts'
import styles from './Print.module.css'
import { printSheet } from './printSheet.ts'

/** Answers the browser's own printing too; returns the way to stop. */
export function followPrinting(run: Run): () => void {
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
    removeEventListener('beforeprint', make)
    removeEventListener('afterprint', remove)
    remove()
  }
}
