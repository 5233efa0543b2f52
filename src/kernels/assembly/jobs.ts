/** The kernels as jobs: a job is a number of items, which threads take one by one, and arguments in memory. */
import { adamItem } from './adam'
import {
  convolveImage,
  filterGradientGroup,
  packFilterPanel,
  packGradientImage,
  packRotatedPanel,
  padImage,
} from './convolution'
import { sumChannels, unpoolImage } from './pooling'
import { multiplyBlock, multiplyRowBlock, packProductTile } from './product'
import { squaresItem } from './squares'
import { winogradBlock, winogradFilterPanel } from './winograd'

/** The numbers of the jobs. wasm/jobs.ts has the same names in the same order. */
export enum Job {
  pad,
  packFilter,
  packRotated,
  convolve,
  packGradient,
  filterGradient,
  packTile,
  multiply,
  unpool,
  sumChannels,
  adam,
  winogradFilter,
  winograd,
  multiplyRow,
  squares,
}

/** Argument `n` of the job: addresses and counts. */
function int(args: usize, n: i32): i32 {
  return load<i32>(args + n * 4)
}

function float(args: usize, n: i32): f32 {
  return load<f32>(args + n * 4)
}

/** Computes one item. `scratch` is this thread's working memory. */
export function runItem(job: Job, args: usize, item: i32, scratch: usize): void {
  const a = args
  switch (job) {
    case Job.pad:
      // biome-ignore format: one argument after the other
      padImage(item, int(a, 0), int(a, 1), int(a, 2), int(a, 3), int(a, 4), int(a, 5), int(a, 6), int(a, 7), int(a, 8))
      break
    case Job.packFilter:
      packFilterPanel(item, int(a, 0), int(a, 1), int(a, 2), int(a, 3))
      break
    case Job.packRotated:
      packRotatedPanel(item, int(a, 0), int(a, 1), int(a, 2), int(a, 3), int(a, 4))
      break
    case Job.convolve:
      // biome-ignore format: one argument after the other
      convolveImage(item, int(a, 0), int(a, 1), int(a, 2), int(a, 3), int(a, 4), int(a, 5), int(a, 6), int(a, 7), int(a, 8), <bool>int(a, 9), int(a, 10), int(a, 11), scratch)
      break
    case Job.packGradient:
      packGradientImage(item, int(a, 0), int(a, 1), int(a, 2), int(a, 3))
      break
    case Job.filterGradient:
      // biome-ignore format: one argument after the other
      filterGradientGroup(item, int(a, 0), int(a, 1), int(a, 2), int(a, 3), int(a, 4), int(a, 5), int(a, 6), int(a, 7), int(a, 8), int(a, 9), int(a, 10), scratch)
      break
    case Job.packTile:
      packProductTile(item, int(a, 0), int(a, 1), int(a, 2), int(a, 3), int(a, 4), int(a, 5))
      break
    case Job.multiply:
      // biome-ignore format: one argument after the other
      multiplyBlock(item, int(a, 0), int(a, 1), int(a, 2), int(a, 3), int(a, 4), int(a, 5), int(a, 6), int(a, 7), scratch)
      break
    case Job.unpool:
      unpoolImage(item, int(a, 0), int(a, 1), int(a, 2), int(a, 3), int(a, 4), int(a, 5))
      break
    case Job.sumChannels:
      sumChannels(item, int(a, 0), int(a, 1), int(a, 2), int(a, 3))
      break
    case Job.adam:
      // biome-ignore format: one argument after the other
      adamItem(item, int(a, 0), int(a, 1), int(a, 2), int(a, 3), int(a, 4), float(a, 5), float(a, 6), float(a, 7), float(a, 8), float(a, 9), float(a, 10), float(a, 11))
      break
    case Job.winogradFilter:
      winogradFilterPanel(
        item,
        int(a, 0),
        int(a, 1),
        int(a, 2),
        int(a, 3),
        int(a, 4),
        int(a, 5),
        int(a, 6),
        scratch,
      )
      break
    case Job.winograd:
      // biome-ignore format: one argument after the other
      winogradBlock(item, int(a, 0), int(a, 1), int(a, 2), int(a, 3), int(a, 4), int(a, 5), int(a, 6), int(a, 7), <bool>int(a, 8), int(a, 9), int(a, 10), scratch)
      break
    case Job.multiplyRow:
      multiplyRowBlock(item, int(a, 0), int(a, 1), int(a, 2), int(a, 3), int(a, 4))
      break
    case Job.squares:
      // biome-ignore format: one argument after the other
      squaresItem(item, int(a, 0), int(a, 1), int(a, 2), int(a, 3), int(a, 4), int(a, 5), float(a, 6), float(a, 7))
      break
    default:
      unreachable()
  }
}
