/** A native dialog with a heading and a way out. Mounted means open; `onClose` unmounts it. */
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { useWords } from '../i18n/useLanguage.ts'
import styles from './Dialog.module.css'
import { Icon } from './Icon.tsx'
import controls from './styles/Controls.module.css'

export type DialogProps = {
  readonly title: string
  readonly onClose: () => void
  /** `panel` leaves the page behind it visible and usable. */
  readonly kind?: 'modal' | 'panel'
  /** `wide` for lists of many things. */
  readonly size?: 'usual' | 'wide'
  readonly children: ReactNode
}

export function Dialog({ title, onClose, kind = 'modal', size = 'usual', children }: DialogProps) {
  const { shell } = useWords()
  const ref = useRef<HTMLDialogElement>(null)
  const heading = useId()

  // A layout effect: closed before it leaves the page, a dialog gives the focus back to where it was.
  useLayoutEffect(() => {
    const dialog = ref.current
    if (kind === 'modal') dialog?.showModal()
    else dialog?.show()
    return () => dialog?.close()
  }, [kind])

  return (
    <dialog
      ref={ref}
      className={styles.dialog}
      data-kind={kind}
      data-size={size}
      aria-labelledby={heading}
      onClose={onClose}
      onClick={(event) => event.target === ref.current && kind === 'modal' && onClose()}
      onKeyDown={(event) => kind === 'panel' && event.key === 'Escape' && onClose()}
    >
      <div className={styles.content}>
        <div className={styles.head}>
          <h2 id={heading}>{title}</h2>
          <button type="button" className={controls.icon} onClick={onClose} aria-label={shell.close}>
            <Icon name="close" />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  )
}
