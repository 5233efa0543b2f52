/** The theme stands on the root element; canvases read it there because style sheets do not reach into them. */
import type { Theme } from '../paint/color.ts'

export function currentTheme(): Theme {
  const { theme } = document.documentElement.dataset
  return theme === 'dark' || theme === 'projector' ? theme : 'light'
}

/** Calls back after every change of theme; returns the way to stop. */
export function onThemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}
