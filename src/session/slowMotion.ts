/** The step that was taken slowly, kept on the page until the next one. */
import { type Plane, sizeOf } from '../math/plane.ts'
import type { ParameterName } from '../network/spec.ts'
import type { AnatomyPlane, SlopeCheck, VariableSizes } from '../protocol/anatomy.ts'
import type { Report } from '../protocol/messages.ts'

/** All of one update of the run; its planes are those of `AnatomyPlane`. */
export type Anatomy = {
  /** As in `status`. */
  readonly run: number
  /** The step it led to. */
  readonly step: number
  /** Of the image looked at, in the batch. */
  readonly place: number
  readonly sizes: Readonly<Record<ParameterName, VariableSizes>>
  readonly planes: ReadonlyMap<AnatomyPlane, Plane>
}

export type SlowMotionState = {
  readonly anatomy: Anatomy | null
  /** A slow step was asked for and is on its way. */
  readonly isComing: boolean
  /** Of the anatomy's step; `found` is null while it is measured. */
  readonly check: SlopeCheck | null
}

export const noSlowMotion: SlowMotionState = { anatomy: null, isComing: false, check: null }

type AnatomyReport = Extract<Report, { type: 'anatomy' }>
type CheckReport = Extract<Report, { type: 'slope-check' }>

/** Another image of the same step keeps what belongs to the step. */
export function withAnatomy(state: SlowMotionState, report: AnatomyReport): SlowMotionState {
  const { run, step, place, sizes } = report
  const before = state.anatomy?.run === run && state.anatomy.step === step ? state.anatomy : null
  const planes = new Map(before?.planes)
  for (const { name, shape, offset } of report.planes) {
    planes.set(name, { shape, values: report.values.subarray(offset, offset + sizeOf(shape)) })
  }
  return {
    anatomy: { run, step, place, sizes, planes },
    isComing: before !== null && state.isComing,
    check: before && state.check,
  }
}

/** Void is what belongs to a step that is not shown any more, or to a check that was ended or replaced. */
export function withCheck(state: SlowMotionState, { run, step, check }: CheckReport): SlowMotionState {
  const isShown = state.anatomy?.run === run && state.anatomy.step === step
  const isWanted = state.check?.parameter === check.parameter && state.check.at === check.at
  return isShown && isWanted ? { ...state, check } : state
}
