/** What a visitor chose and answered, kept on this device. Storage can be forbidden or full: then it lasts for the visit. */

type Kept = 'fetched' | 'language' | 'theme' | 'answers' | 'dismissed-one-file'

export function recall(name: Kept): string | null {
  try {
    return localStorage.getItem(`faltwerk/${name}`)
  } catch {
    return null
  }
}

export function remember(name: Kept, value: string): void {
  try {
    localStorage.setItem(`faltwerk/${name}`, value)
  } catch {
    // Asked again at the next visit.
  }
}
