/** `PackDifference` by kernels/assembly/difference.ts, on a memory of its own. */
import differenceUrl from 'virtual:kernels/difference.wasm?url'
import { moduleAt } from '../../kernels/wasm/module.ts'
import { sizeOf } from '../../math/plane.ts'
import { tapShapes } from '../../network/spec.ts'
import { type Blocks, blockSize, type PackDifference, packInScript } from '../../tape/blocks.ts'

/** What the compiled module gives. Addresses are bytes, sizes are values. */
type Exports = {
  readonly packDifference: (
    values: number,
    base: number,
    length: number,
    perUnit: number,
    widths: number,
  ) => number
  /** Below lies what the module itself needs. */
  readonly firstAddress: { readonly value: number }
}

const pageBytes = 65_536

/** In script until the module is there, and where the browser cannot take it. */
export function openPacking(): PackDifference {
  let pack = packInScript()
  moduleAt(differenceUrl).then(
    (module) => {
      pack = packWith(module, sizeOf(tapShapes['fc1/weights']))
    },
    () => {},
  )
  return (...difference) => pack(...difference)
}

/** For arrays of `length` values, no others. The base is copied when it is another array than before. */
export function packWith(module: WebAssembly.Module, length: number): PackDifference {
  const widthsLength = length / blockSize / 2
  const pages = Math.ceil((2 * 4 * length + widthsLength) / pageBytes) + 1
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
  const { exports } = new WebAssembly.Instance(module, { env: { memory } })
  // The compiler of the kernels does not tell TypeScript what they export.
  const { packDifference, firstAddress } = exports as unknown as Exports
  const values = firstAddress.value
  const base = values + 4 * length
  const widths = base + 4 * length
  const floats = (address: number) => new Float32Array(memory.buffer, address, length)
  let copied: Float32Array | null = null
  return (from, against, unit): Blocks => {
    floats(values).set(from)
    if (copied !== against) floats(base).set(against)
    copied = against
    const words = packDifference(values, base, length, 1 / unit, widths)
    if (words < 0) throw new RangeError('A value is too far away, or no number.')
    return {
      widths: new Uint8Array(memory.buffer, widths, widthsLength),
      words: new Uint32Array(memory.buffer, values, words),
    }
  }
}
