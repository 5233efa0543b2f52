/** Colour scales: which colour a number gets. Colour carries meaning, so the same kind of number looks the same everywhere. */

/** `signed`: weights, pre-activations, gradients. `unsigned`: pixels and activations after ReLU, never below zero. */
export type ScaleKind = 'signed' | 'unsigned'
export type Theme = 'light' | 'dark' | 'projector'

type Rgb = readonly [red: number, green: number, blue: number]

/** Colours a canvas needs; the same values stand in the style sheet as custom properties. */
export type Palette = {
  readonly background: Rgb
  readonly ink: Rgb
  readonly negative: Rgb
  readonly positive: Rgb
  readonly accent: Rgb
  readonly rule: Rgb
  readonly muted: Rgb
  readonly invalid: Rgb
}

export const palettes: Record<Theme, Palette> = {
  light: {
    background: [255, 255, 255],
    ink: [23, 24, 28],
    negative: [26, 94, 178],
    positive: [194, 84, 10],
    accent: [11, 110, 95],
    rule: [217, 220, 226],
    muted: [88, 94, 107],
    invalid: [190, 18, 110],
  },
  dark: {
    background: [17, 19, 23],
    ink: [240, 241, 243],
    negative: [104, 170, 245],
    positive: [245, 148, 62],
    accent: [79, 209, 189],
    rule: [52, 57, 66],
    muted: [158, 165, 178],
    invalid: [255, 110, 190],
  },
  projector: {
    background: [255, 255, 255],
    ink: [0, 0, 0],
    negative: [0, 66, 176],
    positive: [184, 62, 0],
    accent: [0, 92, 76],
    rule: [130, 130, 130],
    muted: [45, 45, 45],
    invalid: [170, 0, 90],
  },
}

/**
 * A look-up table from a number scaled to −1…1 (signed) or 0…1 (unsigned) to a pixel.
 * Entry `zero` is exactly the neutral colour; there are `zero` entries on the negative side and 255 on the positive.
 */
export type ColorTable = {
  /** Pixels as ImageData holds them on a little-endian machine: 0xAABBGGRR. */
  readonly pixels: Uint32Array
  readonly zero: number
  /** For NaN and infinities: a colour that occurs nowhere else, so a broken number is seen. */
  readonly invalid: number
}

const positiveEntries = 255

/** The table of a scale in a theme; built once and kept. */
export function colorTable(kind: ScaleKind, theme: Theme): ColorTable {
  const key = `${kind}/${theme}` as const
  const known = tables.get(key)
  if (known) return known
  const palette = palettes[theme]
  const end = kind === 'signed' ? palette.positive : palette.ink
  const zero = kind === 'signed' ? positiveEntries : 0
  const pixels = new Uint32Array(zero + positiveEntries + 1)
  for (let i = -zero; i <= positiveEntries; i++) {
    const side = i < 0 ? palette.negative : end
    pixels[zero + i] = packed(mixed(palette.background, side, Math.abs(i) / positiveEntries))
  }
  const table = { pixels, zero, invalid: packed(palette.invalid) }
  tables.set(key, table)
  return table
}
const tables = new Map<string, ColorTable>()

/** The pixel of `value` on a scale that ends at `limit` (> 0); beyond the ends the end colour. */
export function pixelOf(table: ColorTable, value: number, limit: number): number {
  // Only for finite numbers is the difference zero.
  if (value - value !== 0) return table.invalid
  const { pixels, zero } = table
  const entry = zero + Math.round((value / limit) * positiveEntries)
  return pixels[entry < 0 ? 0 : entry < pixels.length ? entry : pixels.length - 1]
}

/** A colour as CSS writes it. */
export function css([red, green, blue]: Rgb, alpha = 1): string {
  return `rgb(${red} ${green} ${blue} / ${alpha})`
}

/** The CSS colour of a scaled number in −1…1, for legends and bars. */
export function cssOf(table: ColorTable, scaled: number): string {
  const pixel = pixelOf(table, scaled, 1)
  return css([pixel & 255, (pixel >>> 8) & 255, (pixel >>> 16) & 255])
}

function packed([red, green, blue]: Rgb): number {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0
}

/** Mixes in OKLab (Ottosson 2020), where equal steps of the number look like equal steps of colour. */
function mixed(from: Rgb, to: Rgb, share: number): Rgb {
  const a = oklabOf(from)
  const b = oklabOf(to)
  return rgbOf([0, 1, 2].map((i) => a[i] + (b[i] - a[i]) * share))
}

function oklabOf(rgb: Rgb): number[] {
  const [r, g, b] = rgb.map((channel) => {
    const c = channel / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function rgbOf([lightness, a, b]: number[]): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const [red, green, blue] = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((channel) => {
    const c = channel <= 0.0031308 ? 12.92 * channel : 1.055 * channel ** (1 / 2.4) - 0.055
    return Math.round(255 * Math.max(0, Math.min(1, c)))
  })
  return [red, green, blue]
}
