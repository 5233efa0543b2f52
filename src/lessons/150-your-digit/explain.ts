/** What is said about a drawing: its pictures while it is prepared, how unusual it is, and the tally of a visit. */
import { inkBoxSide, type PreparedDrawing } from '../../data/prepareDrawing.ts'
import type { Plane } from '../../math/plane.ts'
import type { Comparison } from '../../protocol/comparison.ts'

/** The scaled ink in the middle of the 20 × 20 pixels that it has to fit. */
export function scaledPlane({ scaled }: PreparedDrawing): Plane {
  const { inkHW, width, height } = scaled
  const left = Math.floor((inkBoxSide - width) / 2)
  const top = Math.floor((inkBoxSide - height) / 2)
  const values = new Float32Array(inkBoxSide * inkBoxSide)
  for (let y = 0; y < height; y++) {
    values.set(inkHW.subarray(y * width, (y + 1) * width), (top + y) * inkBoxSide + left)
  }
  return { shape: [inkBoxSide, inkBoxSide, 1], values }
}

/** Where the centre of mass lies in the 28 × 28 picture, pixels counted from 0. */
export function massInPicture({ mass, shift }: PreparedDrawing): { readonly x: number; readonly y: number } {
  return { x: mass.x + shift.x, y: mass.y + shift.y }
}

/** With fewer test digits nothing can be said of one in a hundred. */
const fewestCompared = 100

/** `unknown` until enough is compared; `unusual` when at most one test digit in a hundred is as far away. */
export function judge({ asFar, compared }: Pick<Comparison, 'asFar' | 'compared'>) {
  if (compared < fewestCompared) return 'unknown'
  return asFar * 100 <= compared ? 'unusual' : 'usual'
}

/** One drawing whose writer said what it is. */
export type Judged = { readonly sheet: number; readonly meant: number; readonly read: number }

/** A sheet of paper counts once, with what was said of it last. */
export function withJudged(judged: readonly Judged[], next: Judged): readonly Judged[] {
  return [...judged.filter(({ sheet }) => sheet !== next.sheet), next]
}

export function tallyOf(judged: readonly Judged[]): { readonly drawn: number; readonly right: number } {
  return { drawn: judged.length, right: judged.filter(({ meant, read }) => meant === read).length }
}
