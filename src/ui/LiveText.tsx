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
      if (ref.current && ref.current.textContent !== text) ref.current.textContent = text
    }
    write()
    return subscribe(write)
  }, [read, subscribe])
  return <Element ref={ref} className={className} />
}
