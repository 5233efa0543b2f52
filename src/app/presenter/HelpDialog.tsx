import { useWords } from '../../i18n/useLanguage.ts'
import { Dialog } from '../Dialog.tsx'
import styles from './HelpDialog.module.css'

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const { shell, reading } = useWords()
  return (
    <Dialog title={shell.helpTitle} onClose={onClose}>
      <p>{shell.helpIntro}</p>
      <p>{reading.help}</p>
      <h3>{shell.keys}</h3>
      <dl className={styles.keys}>
        {shell.keyList.map(([key, effect]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{effect}</dd>
          </div>
        ))}
      </dl>
      <p>{shell.helpPrivacy}</p>
    </Dialog>
  )
}
