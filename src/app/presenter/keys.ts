/** What a key does, wherever it is pressed. Pure: the page says where the focus is, and gets an action. */

export type KeyPress = {
  readonly key: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  /** Held down: a lesson is turned once for one press. */
  readonly repeat: boolean
}

/** What has the focus. `text`: the column of text, which scrolls. `control`: a figure, too, uses keys itself. */
export type FocusPlace = 'nothing' | 'text' | 'control' | 'typing'

export type Surroundings = {
  readonly focus: FocusPlace
  /** A window that must be answered first. */
  readonly modal: boolean
  readonly blank: boolean
}

export type KeyAction =
  | 'next'
  | 'previous'
  | 'help'
  | 'blank'
  | 'fullscreen'
  | 'lens'
  | 'save'
  | 'escape'
  /** Of the tape: to the neighbouring kept step, play and stop, back to the present. */
  | 'step-back'
  | 'step-on'
  | 'play'
  | 'live'

export function actionOf(press: KeyPress, { focus, modal, blank }: Surroundings): KeyAction | null {
  if (modal || press.ctrlKey || press.altKey || press.metaKey) return null
  if (press.repeat) return focus === 'typing' || blank || press.shiftKey ? null : tapeStep(press.key)
  // The two keys of a clicker. It cannot see where the focus is, and the class waits.
  if (!press.shiftKey && press.key === 'PageDown') return 'next'
  if (!press.shiftKey && press.key === 'PageUp') return 'previous'
  if (press.key === 'Escape') return 'escape'
  if (focus === 'typing') return null
  // On some layouts with Shift, on others without: what counts is the sign.
  if (press.key === '?') return 'help'
  if (press.shiftKey) return null
  switch (press.key.toLowerCase()) {
    case 'b':
    case '.':
      return 'blank'
    case 'f':
      return 'fullscreen'
    case 'l':
      return 'lens'
  }
  if (blank) return null
  switch (press.key.toLowerCase()) {
    case 's':
      return 'save'
    case 'p':
      return 'play'
    case 'n':
      return 'live'
  }
  const step = tapeStep(press.key)
  if (step) return step
  // The text scrolls up and down, by the space bar too, but not sideways.
  if (press.key === ' ') return focus === 'nothing' ? 'next' : null
  const isFree = focus === 'nothing' || focus === 'text'
  if (press.key === 'ArrowRight') return isFree ? 'next' : null
  if (press.key === 'ArrowLeft') return isFree ? 'previous' : null
  return null
}

/** Neighbours on most keyboards; held down, they run along the tape. */
function tapeStep(key: string): KeyAction | null {
  if (key.toLowerCase() === 'j') return 'step-back'
  return key.toLowerCase() === 'k' ? 'step-on' : null
}
