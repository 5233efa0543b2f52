/** Recorded pictures, kept as bytes, as planes again. */
import type { Plane } from '../../math/plane.ts'
import type { MapShape } from '../../paint/mapGrid.ts'
import type { PicturedTap, RecordedPictures, Summary } from '../../protocol/record.ts'

export type Split = 'train' | 'test'
export const pictureNames = [
  'digits',
  'conv1/weights',
  'conv1',
  'pool1',
  'conv2/weights',
  'conv2',
  'pool2',
] as const
export type PictureName = (typeof pictureNames)[number]

/** How each is cut into maps. */
export const pictureShapes = {
  digits: { mapCount: 10, mapHeight: 28, mapWidth: 28 },
  'conv1/weights': { mapCount: 32, mapHeight: 5, mapWidth: 5 },
  conv1: { mapCount: 32, mapHeight: 28, mapWidth: 28 },
  pool1: { mapCount: 32, mapHeight: 14, mapWidth: 14 },
  'conv2/weights': { mapCount: 32 * 64, mapHeight: 5, mapWidth: 5 },
  conv2: { mapCount: 64, mapHeight: 14, mapWidth: 14 },
  pool2: { mapCount: 64, mapHeight: 7, mapWidth: 7 },
} as const satisfies Record<PictureName, MapShape>

const isMaps = (name: PictureName): name is PicturedTap => name !== 'digits' && !name.endsWith('/weights')

export function picturesIn(summary: Summary, name: PictureName, split: Split): RecordedPictures {
  if (name === 'digits') return summary[split].digits
  return isMaps(name) ? summary[split].maps[name] : summary.filters[name]
}

/** What a byte stands for. */
export function valueOfByte(
  byte: number,
  { limit, isSigned }: Pick<RecordedPictures, 'limit' | 'isSigned'>,
): number {
  return isSigned ? ((byte - 128) / 127) * limit : (byte / 255) * limit
}

/** A recorded value is off by no more than half the distance of two neighbours. */
export function precisionOf({ limit, isSigned }: Pick<RecordedPictures, 'limit' | 'isSigned'>): number {
  return limit / (isSigned ? 254 : 510)
}

/** Values in the order of the canvas: row, column, map. Digits are recorded one after the other, and are turned. */
export function planeOf(pictures: RecordedPictures, name: PictureName): Plane {
  const { mapCount, mapHeight, mapWidth } = pictureShapes[name]
  const { bytes } = pictures
  const values = new Float32Array(bytes.length)
  const size = mapHeight * mapWidth
  for (let i = 0; i < bytes.length; i++) {
    const at = name === 'digits' ? (i % size) * mapCount + Math.floor(i / size) : i
    values[at] = valueOfByte(bytes[i], pictures)
  }
  return { shape: [mapHeight, mapWidth, mapCount], values }
}

/** The number at the end of a scale that all recorded steps share. */
export function largestLimit(summaries: readonly Summary[], name: PictureName, split: Split): number {
  return Math.max(0, ...summaries.map((summary) => picturesIn(summary, name, split).limit)) || 1
}
