/** Good things to read or watch on. Nothing of them is loaded before a click. */

import type { Language } from '../../i18n/language.ts'
import { useWords } from '../../i18n/useLanguage.ts'
import type { Reading } from '../../lessons/reading.ts'
import styles from './ReadingList.module.css'

export function ReadingList(props: { readonly reading: readonly Reading[]; readonly language: Language }) {
  const { reading: words } = useWords()
  return (
    <section className={styles.reading}>
      <h2>{words.readOn}</h2>
      <ul>
        {props.reading.map(({ title, author, kind, language, url, why }) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noopener noreferrer" lang={language}>
              {title}
            </a>
            <p className={styles.source}>
              {[author, words.kinds[kind], words.languages[language], new URL(url).host].join(' · ')}
            </p>
            <p>{why[props.language]}</p>
          </li>
        ))}
      </ul>
      <p className={styles.source}>{words.readOnNote}</p>
    </section>
  )
}
