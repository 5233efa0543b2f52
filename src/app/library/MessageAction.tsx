import controls from '../styles/Controls.module.css'
import styles from './Library.module.css'
import { closeLibrary, type LibraryMessage } from './library.ts'
import { useLibraryWords } from './useLibraryWords.ts'

/** What can be done about what the library says. */
export function MessageAction({ message }: { readonly message: LibraryMessage }) {
  const words = useLibraryWords()
  if (message.kind !== 'weights-read') return null
  const begin = () => {
    closeLibrary()
    message.begin()
  }
  return (
    <button type="button" className={`${controls.button} ${styles.action}`} onClick={begin}>
      {words.beginWithWeights}
    </button>
  )
}
