import type { Locator } from '@playwright/test'

/** RGBA, row by row. */
export type Pixels = { readonly width: number; readonly height: number; readonly data: ArrayLike<number> }

export async function pixelsOf(canvas: Locator): Promise<Pixels> {
  return await canvas.evaluate((element) => {
    const canvas = element as HTMLCanvasElement
    const { width, height } = canvas
    return {
      width,
      height,
      data: [...(canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [])],
    }
  })
}
