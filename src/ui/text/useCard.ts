/** A small card beside a word: above everything, inside the window, gone with Escape, a click elsewhere or scrolling. */
import { type RefObject, useLayoutEffect, useRef } from 'react'

const margin = 8

export type CardOptions = {
  readonly isOpen: boolean
  readonly word: RefObject<HTMLElement | null>
  readonly card: RefObject<HTMLElement | null>
  readonly onClose: () => void
}

export function useCard({ isOpen, word, card, onClose }: CardOptions): void {
  const close = useRef(onClose)
  close.current = onClose
  useLayoutEffect(() => {
    const [anchor, popover] = [word.current, card.current]
    if (!isOpen || !anchor || !popover) return
    popover.showPopover()
    place(popover, anchor)
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      close.current()
    }
    const onPress = ({ target }: Event) => {
      if (target instanceof Node && !anchor.contains(target) && !popover.contains(target)) close.current()
    }
    const onMove = () => place(popover, anchor)
    document.addEventListener('keydown', onKey, true)
    document.addEventListener('pointerdown', onPress, true)
    addEventListener('scroll', onMove, true)
    addEventListener('resize', onMove)
    return () => {
      document.removeEventListener('keydown', onKey, true)
      document.removeEventListener('pointerdown', onPress, true)
      removeEventListener('scroll', onMove, true)
      removeEventListener('resize', onMove)
      popover.hidePopover()
    }
  }, [isOpen, word, card])
}

/** Below the word's first line, above it where there is no room. */
function place(card: HTMLElement, word: HTMLElement): void {
  const line = word.getClientRects()[0]
  if (!line) return
  const { offsetWidth: width, offsetHeight: height } = card
  const left = Math.max(margin, Math.min(line.left, innerWidth - width - margin))
  const below = line.bottom + margin / 2
  const fits = below + height + margin <= innerHeight || line.top < height + margin
  card.style.left = `${left}px`
  card.style.top = `${fits ? below : line.top - height - margin / 2}px`
}
