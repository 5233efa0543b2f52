/** What a person in front of a class needs on top of the page: keys, help, a blank screen, the lens. */
import { lazy, Suspense } from 'react'
import { useStore } from 'zustand'
import { useFormat, useWords } from '../../i18n/useLanguage.ts'
import controls from '../styles/Controls.module.css'
import type { Screen } from '../useScreen.ts'
import { Blank } from './Blank.tsx'
import { Lens } from './Lens.tsx'
import { overlays } from './overlays.ts'
import { usePointerTrack } from './pointerTrack.ts'
import { useFullscreenEnd } from './presenting.ts'
import { useKeys } from './useKeys.ts'

const HelpDialog = lazy(() => import('./HelpDialog.tsx').then(({ HelpDialog }) => ({ default: HelpDialog })))

export function Presenter({ screen }: { readonly screen: Screen }) {
  const { help, blank, lens } = useStore(overlays)
  const { shell } = useWords()
  const format = useFormat()
  const lesson = `${shell.lesson(format.count(screen.lessonIndex + 1))}: ${screen.lesson.title[screen.language]}`
  useKeys(screen.lessonIndex)
  useFullscreenEnd()
  usePointerTrack()
  return (
    <>
      <p role="status" className={controls.unseen}>
        {blank ? shell.blank : lesson}
      </p>
      {lens && <Lens />}
      {blank && <Blank />}
      <Suspense fallback={null}>
        {help && <HelpDialog onClose={() => overlays.setState({ help: false })} />}
      </Suspense>
    </>
  )
}
