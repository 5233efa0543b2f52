/** Hands a file to the person at the page, where their browser puts what is downloaded. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads the file in its own time.
  setTimeout(() => URL.revokeObjectURL(address), keptMs)
}

const keptMs = 60_000
