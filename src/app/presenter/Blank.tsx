/** A calm screen with nothing on it, for talking. The run goes on behind it. */
import { useLayoutEffect, useRef } from 'react'
import { useWords } from '../../i18n/useLanguage.ts'
import { overlays } from './overlays.ts'
import styles from './Presenter.module.css'

export function Blank() {
  const { shell } = useWords()
  const cover = useRef<HTMLButtonElement>(null)

  // It has the focus while it is there, and gives it back.
  useLayoutEffect(() => {
    const before = document.activeElement
    cover.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])

  return (
    <button
      ref={cover}
      type="button"
      className={styles.blank}
      onClick={() => overlays.setState({ blank: false })}
    >
      {shell.blank}
    </button>
  )
}
