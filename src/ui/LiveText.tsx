/** Text that changes with every frame: written straight into the page, React does not render for it. */
import { type ElementType, useEffect, useRef } from 'react'

export type LiveTextProps = {
  readonly read: () => string
  readonly subscribe: (changed: () => void) => () => void
  readonly as?: ElementType
  readonly className?: string
}

export function LiveText({ read, subscribe, as: Element = 'span', className }: LiveTextProps) {
  const ref = useRef<HTMLElement>(null)
  useEffect(() => {
    const write = () => {
      const text = read()
      const element = ref.current
      if (!element) return
      // Other letters in the same node: the browser need not make a new one.
      if (element.firstChild instanceof Text) {
        if (element.firstChild.data !== text) element.firstChild.data = text
      } else element.textContent = text
    }
    write()
    return subscribe(write)
  }, [read, subscribe])
  return <Element ref={ref} className={className} />
}
