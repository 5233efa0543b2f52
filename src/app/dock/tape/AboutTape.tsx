import { lazy, Suspense, useState } from 'react'
import { useLanguage } from '../../../i18n/useLanguage.ts'
import { Icon } from '../../Icon.tsx'
import controls from '../../styles/Controls.module.css'
import { tapeWords } from './words.ts'

const AboutTapeDialog = lazy(() =>
  import('./about/AboutTapeDialog.tsx').then(({ AboutTapeDialog }) => ({ default: AboutTapeDialog })),
)

export function AboutTape() {
  const words = tapeWords[useLanguage()]
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className={controls.icon}
        aria-label={words.about}
        title={words.about}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Icon name="help" />
      </button>
      <Suspense fallback={null}>{isOpen && <AboutTapeDialog onClose={() => setOpen(false)} />}</Suspense>
    </>
  )
}
