/** One thread of the limit: the same product again and again until the time is over. */
export type ProductCall = {
  readonly module: WebAssembly.Module
  /** Name of the function, `product5x8` for example. */
  readonly name: string
  readonly ms: number
}
export type ProductResult = { readonly flop: number; readonly ms: number }

/** As `product.mjs` compiled it. Multiples of all sides of tiles; a panel of B takes 12.8 to 25.6 kB of L1. */
const [m, k, n] = [120, 400, 48]
const [a, b] = [65_536, 65_536 + 4 * m * k]
const c = b + 4 * k * n

type Product = (a: number, b: number, c: number, m: number, k: number, n: number) => void

let current: { module: WebAssembly.Module; exports: WebAssembly.Exports } | null = null

self.onmessage = async ({ data: { module, name, ms } }: MessageEvent<ProductCall>) => {
  if (current?.module !== module) {
    const { exports } = await WebAssembly.instantiate(module, { env: { abort: () => {} } })
    current = { module, exports }
  }
  const multiply = current.exports[name] as Product
  check(current.exports, name)
  const startMs = performance.now()
  let products = 0
  while (performance.now() - startMs < ms) {
    for (let more = 0; more < 4; more++) multiply(a, b, c, m, k, n)
    products += 4
  }
  const result: ProductResult = { flop: 2 * m * k * n * products, ms: performance.now() - startMs }
  self.postMessage(result)
}

/** Puts small whole numbers into the memory, whose product is exact, and throws where it is wrong. */
function check(exports: WebAssembly.Exports, name: string): void {
  const { buffer } = exports.memory as WebAssembly.Memory
  const left = new Float32Array(buffer, a, m * k)
  const panels = new Float32Array(buffer, b, k * n)
  left.forEach((_, at) => {
    left[at] = (at % 7) - 3
  })
  panels.forEach((_, at) => {
    panels[at] = (at % 5) - 2
  })
  const multiply = exports[name] as Product
  multiply(a, b, c, m, k, n)
  const columns = Number(name.split('x')[1])
  const found = new Float32Array(buffer, c, m * n)
  for (const [row, column] of [
    [0, 0],
    [17, 30],
    [m - 1, n - 1],
  ] as const) {
    const panel = panels.subarray((column - (column % columns)) * k)
    let sum = 0
    for (let at = 0; at < k; at++) sum += left[row * k + at]! * panel[at * columns + (column % columns)]!
    if (found[row * n + column] !== sum) throw new Error(`${name} is wrong.`)
  }
}
