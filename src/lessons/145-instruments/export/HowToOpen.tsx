import { useStore } from 'zustand'
import { useLanguage } from '../../../i18n/useLanguage.ts'
import { exporter, exportName } from '../../../session/exporting.ts'
import { useRecords } from '../../../session/useRecords.ts'
import { useRun } from '../../../session/useRun.ts'
import styles from './Export.module.css'
import { address, commandsFor, exportWords } from './words.ts'

/** Lines break between words alone: a name with a break in it looks like two. */
const wordsOf = (command: string) =>
  command.split(' ').map((word, place) => [place > 0 && ' ', <span key={word}>{word}</span>])

/** With the name of the file that was saved; before that, of one saved at the newest summary. */
export function HowToOpen() {
  const words = exportWords[useLanguage()]
  const seed = useRun((state) => state.settings.seed)
  const step = useRecords(({ summaries }) => summaries.at(-1)?.step ?? 0)
  const exporting = useStore(exporter.store)
  const name = 'name' in exporting ? exporting.name : exportName({ seed, step })
  const commands = commandsFor(name.replace(/\.zip$/, ''))
  return (
    <div className={styles.stack}>
      <ol className={styles.steps}>
        {(['unpack', 'install', 'open'] as const).map((step) => (
          <li key={step}>
            {words[step]}
            <code lang="en">{wordsOf(commands[step])}</code>
          </li>
        ))}
        <li>{words.look(address)}</li>
      </ol>
      <p className={styles.hint}>{words.samples}</p>
    </div>
  )
}
