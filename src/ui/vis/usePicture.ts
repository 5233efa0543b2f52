/** A picture of tfjs-vis in an element: drawn anew with other contents, size, theme or language, freed with it. */
import { useEffect, useRef } from 'react'
import { onThemeChange } from '../theme.ts'
import type { createPictures, Picture } from './pictures.ts'

/** @param name the text alternative: it names all that is shown, in its language, so it tells when to draw anew */
export function usePicture(picture: Picture, name: string) {
  const hostRef = useRef<HTMLDivElement>(null)
  const picturesRef = useRef<ReturnType<typeof createPictures> | null>(null)
  const latest = useRef(picture)
  latest.current = picture

  useEffect(() => {
    const host = hostRef.current
    if (!host) return
    let mounted = true
    const show = () => picturesRef.current?.show(latest.current)
    const resized = new ResizeObserver(show)
    import('./pictures.ts').then(({ createPictures }) => {
      if (!mounted) return
      picturesRef.current = createPictures(host)
      resized.observe(host) // Calls at once: the first picture.
    }, console.error)
    const unsubscribeTheme = onThemeChange(show)
    return () => {
      mounted = false
      resized.disconnect()
      unsubscribeTheme()
      picturesRef.current?.free()
      picturesRef.current = null
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `name` stands for the picture.
  useEffect(() => picturesRef.current?.show(latest.current), [name])

  return hostRef
}
