import { useStore } from 'zustand'
import { languages } from '../../i18n/language.ts'
import { useWords } from '../../i18n/useLanguage.ts'
import { askToSave } from '../../ui/savable.ts'
import { themes } from '../address.ts'
import { Icon } from '../Icon.tsx'
import { openLibrary } from '../library/library.ts'
import { overlays, toggleOverlay } from '../presenter/overlays.ts'
import { togglePresenting } from '../presenter/presenting.ts'
import controls from '../styles/Controls.module.css'
import { chooseLanguage, chooseTheme, type Screen } from '../useScreen.ts'
import styles from './Header.module.css'
import { LessonMenu } from './LessonMenu.tsx'

/** Each language in its own words, whatever the page speaks. */
const languageNames = { de: 'Deutsch', en: 'English' } as const

function LensButton() {
  const { shell } = useWords()
  const { lens } = useStore(overlays)
  return (
    <button
      type="button"
      className={`${controls.quiet} ${styles.labelled} ${styles.sign} ${styles.lens}`}
      aria-pressed={lens}
      onClick={() => toggleOverlay('lens')}
    >
      <Icon name="lens" /> {shell.lens}
    </button>
  )
}

export function Header({ screen }: { readonly screen: Screen }) {
  const { shell } = useWords()
  const presenting = screen.address.present

  return (
    <header className={styles.header}>
      <p className={styles.name}>Faltwerk</p>
      <LessonMenu screen={screen} />
      {presenting && <LensButton />}
      <div className={styles.settings}>
        <fieldset className={styles.group}>
          <legend className={controls.unseen}>{shell.language}</legend>
          {languages.map((language) => (
            <button
              key={language}
              type="button"
              lang={language}
              className={controls.quiet}
              aria-pressed={language === screen.language}
              onClick={() => chooseLanguage(language)}
            >
              {languageNames[language]}
            </button>
          ))}
        </fieldset>
        <fieldset className={styles.group}>
          <legend className={controls.unseen}>{shell.theme}</legend>
          {themes.map((theme) => (
            <button
              key={theme}
              type="button"
              className={controls.quiet}
              aria-pressed={theme === screen.theme}
              onClick={() => chooseTheme(theme)}
            >
              {shell.themes[theme]}
            </button>
          ))}
        </fieldset>
        <button
          type="button"
          className={`${controls.quiet} ${styles.labelled} ${styles.sign}`}
          aria-pressed={presenting}
          onClick={togglePresenting}
        >
          <Icon name="present" /> {presenting ? shell.endPresenting : shell.present}
        </button>
        <button
          type="button"
          className={`${controls.quiet} ${styles.labelled} ${styles.sign}`}
          title={shell.runsHint}
          aria-haspopup="dialog"
          onClick={openLibrary}
        >
          <Icon name="runs" /> {shell.runs}
        </button>
        <button
          type="button"
          className={`${controls.quiet} ${styles.labelled} ${styles.sign}`}
          title={shell.saveHint}
          aria-haspopup="dialog"
          onClick={() => askToSave('screen')}
        >
          <Icon name="save" /> {shell.save}
        </button>
        <button
          type="button"
          className={`${controls.quiet} ${styles.sign} ${styles.narrow}`}
          onClick={() => overlays.setState({ help: true })}
          aria-haspopup="dialog"
        >
          <Icon name="help" /> {shell.help}
        </button>
      </div>
    </header>
  )
}
