/** A matrix product on WASM SIMD, written and compiled here: as near to the limit of the machine as a page can come. */
import asc from 'assemblyscript/asc'

/** Rows × columns of C that are computed at a time. Their sums are to stay in registers, of which there are sixteen. */
const tiles = [
  [5, 8],
  [6, 8],
  [4, 12],
  [3, 16],
]

const range = (count) => Array.from({ length: count }, (_, at) => at)
const unrolled = 4

/**
 * While k runs, each row's number of A is copied into all four lanes and multiplied with the vectors of B's panel.
 * A is row-major m × k, B lies in panels as wide as the tile [n / columns][k][columns], C is m × n.
 */
function tileSource([rows, columns]) {
  const vectors = columns / 4
  const bytes = 4 * columns
  const sums = range(rows).flatMap((row) => range(vectors).map((v) => ({ row, v, name: `s${row}_${v}` })))
  const each = (list, write) => list.map(write).join('\n      ')
  const step = (at) => `
      ${each(range(vectors), (v) => `const b${at}_${v} = v128.load(b, ${bytes * at + 16 * v})`)}
      ${each(range(rows), (row) => {
        const products = range(vectors).map(
          (v) => `s${row}_${v} = madd(x${at}_${row}, b${at}_${v}, s${row}_${v})`,
        )
        return `const x${at}_${row} = v128.load32_splat(a${row}, ${4 * at}); ${products.join('; ')}`
      })}`
  return `
export function product${rows}x${columns}(a: usize, panels: usize, c: usize, m: i32, k: i32, n: i32): void {
  for (let column = 0; column < n; column += ${columns}) {
    for (let row = 0; row < m; row += ${rows}) {
      let b = panels + column * k * 4
      ${each(range(rows), (at) => `let a${at} = a + (row + ${at}) * k * 4`)}
      ${each(sums, ({ name }) => `let ${name} = f32x4.splat(0)`)}
      for (let left = k; left > 0; left -= ${unrolled}) {
        ${range(unrolled).map(step).join('')}
        b += ${bytes * unrolled}
        ${each(range(rows), (at) => `a${at} += ${4 * unrolled}`)}
      }
      ${each(sums, ({ row, v, name }) => `v128.store(c + ((row + ${row}) * n + column) * 4, ${name}, ${16 * v})`)}
    }
  }
}`
}

const source = `
@inline function madd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c)
  return f32x4.add(f32x4.mul(a, b), c)
}
${tiles.map(tileSource).join('\n')}
`

/** The binary: `plain` SIMD, or with `relaxed` multiply-adds. Throws what the compiler says. */
export async function compileProduct(build) {
  const { binary, error, stderr } = await asc.compileString(source, {
    optimizeLevel: 3,
    noAssert: true,
    runtime: 'stub',
    initialMemory: 16,
    enable: build === 'relaxed' ? ['simd', 'relaxed-simd'] : ['simd'],
  })
  if (error || !binary) throw new Error(`${error?.message ?? ''}\n${stderr}`)
  return binary
}
