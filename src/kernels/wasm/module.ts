/** The compiled module at an address of the page. Rejects where it cannot be had, or this browser cannot run it. */
export async function moduleAt(url: string): Promise<WebAssembly.Module> {
  const response = await fetch(url, { credentials: 'same-origin' })
  return WebAssembly.compile(await response.arrayBuffer())
}
