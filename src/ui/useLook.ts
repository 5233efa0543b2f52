/** Binds a part of a figure to the phrases that speak of it. */
import { useStore } from 'zustand'
import { isLit, lookAt, lookAway, looks } from './look.ts'

/** `lit` is whether the part is looked at; `props` go onto its element. Without a name nothing is bound. */
export function useLook(name: string | undefined) {
  const lit = useStore(looks, () => name !== undefined && isLit(name))
  const props =
    name === undefined
      ? {}
      : {
          'data-look': name,
          'data-lit': lit || undefined,
          onPointerEnter: () => lookAt(name),
          onPointerLeave: () => lookAway(name),
          onFocus: () => lookAt(name),
          onBlur: () => lookAway(name),
        }
  return { lit, props }
}
