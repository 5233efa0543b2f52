/** The keys of the page. What each does is decided in `keys.ts`. */
import { useEffect } from 'react'
import { lessons } from '../../lessons/registry.ts'
import type { Scrubber } from '../../session/scrubber.ts'
import { usePageRun } from '../../session/useRun.ts'
import { openSum } from '../../sums/openSum.ts'
import { askToSave, savableMark } from '../../ui/savable.ts'
import { addressOfLesson } from '../address.ts'
import { changeAddress, currentAddress } from '../useAddress.ts'
import { actionOf, type FocusPlace, type KeyAction } from './keys.ts'
import { overlays, toggleOverlay } from './overlays.ts'
import { togglePresenting } from './presenting.ts'

export function useKeys(lessonIndex: number): void {
  const { scrubber } = usePageRun()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const surroundings = {
        focus: placeOf(document.activeElement),
        modal: document.querySelector('dialog:modal') !== null,
        blank: overlays.getState().blank,
      }
      const action = event.isComposing ? null : actionOf(event, surroundings)
      if (action === null) return
      // Whoever has the focus may use a key first; but never the clicker's.
      if (event.defaultPrevented && !event.key.startsWith('Page')) return
      // Of what lies above one another, one press of Escape ends one.
      if (action !== 'escape' || surroundings.blank) event.preventDefault()
      act(action, { lessonIndex, scrubber })
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [lessonIndex, scrubber])
}

type Subjects = { readonly lessonIndex: number; readonly scrubber: Scrubber }

function act(action: KeyAction, { lessonIndex, scrubber }: Subjects): void {
  switch (action) {
    case 'next':
      turnTo(lessonIndex + 1)
      break
    case 'previous':
      turnTo(lessonIndex - 1)
      break
    case 'help':
      overlays.setState({ help: true, blank: false })
      break
    case 'blank':
    case 'lens':
      toggleOverlay(action)
      break
    case 'fullscreen':
      togglePresenting()
      break
    case 'save':
      askToSave(pictureWithFocus() ?? 'screen')
      break
    case 'escape':
      leave()
      break
    case 'step-back':
      scrubber.move(-1)
      break
    case 'step-on':
      scrubber.move(1)
      break
    case 'play':
      if (scrubber.store.getState().playing) scrubber.pause()
      else scrubber.play('forward')
      break
    case 'live':
      scrubber.goTo(null)
      break
    default:
      action satisfies never
  }
}

/** The picture that has the focus. */
function pictureWithFocus(): Element | null {
  const { activeElement } = document
  return activeElement?.hasAttribute(savableMark) ? activeElement : null
}

function turnTo(index: number): void {
  const lesson = lessons[index]
  overlays.setState({ blank: false })
  if (lesson) changeAddress(addressOfLesson(currentAddress(), lesson.id), { asStep: true })
}

/** Escape ends one thing at a time, what lies on top first. */
function leave(): void {
  const { blank, lens } = overlays.getState()
  if (blank) overlays.setState({ blank: false })
  // What is open closes by itself; in a figure Escape lets go of the cell.
  else if (document.querySelector('dialog[open], :popover-open') || openSum.getState().site) return
  else if (lens) overlays.setState({ lens: false })
  else if (currentAddress().present && placeOf(document.activeElement) !== 'control') togglePresenting()
}

function placeOf(element: Element | null): FocusPlace {
  if (element === null || element === document.body || element.matches('main')) return 'nothing'
  const writing = 'textarea, select, [contenteditable]:not([contenteditable="false"])'
  const unwritten = ['button', 'checkbox', 'color', 'file', 'radio', 'range', 'reset', 'submit']
  if (element.matches(writing)) return 'typing'
  if (element instanceof HTMLInputElement) return unwritten.includes(element.type) ? 'control' : 'typing'
  return element.matches('[data-scrolls]') ? 'text' : 'control'
}
