/** Small choices of the visitor, kept on this device. Storage can be forbidden or full: then they last for the visit. */

export function recall(name: 'language' | 'theme'): string | null {
  try {
    return localStorage.getItem(`faltwerk/${name}`)
  } catch {
    return null
  }
}

export function remember(name: 'language' | 'theme', value: string): void {
  try {
    localStorage.setItem(`faltwerk/${name}`, value)
  } catch {
    // Asked again at the next visit.
  }
}
