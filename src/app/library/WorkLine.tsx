import controls from '../styles/Controls.module.css'
import styles from './Library.module.css'
import type { Work } from './library.ts'
import { useLibraryWords } from './useLibraryWords.ts'

/** How far it is, and a way to stop it. */
export function WorkLine({ work, className = '' }: { readonly work: Work; readonly className?: string }) {
  const words = useLibraryWords()
  const text = words.work[work.kind](work.name)
  return (
    <div className={className || styles.work}>
      <p className={styles.workText}>
        {text}
        <progress {...(work.share === null ? {} : { value: work.share })} max={1} aria-label={text} />
      </p>
      <button type="button" className={controls.quiet} onClick={work.stop}>
        {words.stop}
      </button>
    </div>
  )
}
