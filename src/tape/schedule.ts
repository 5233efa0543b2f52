/** Which steps a run keeps on its tape: dense at the beginning, where most happens. */

/** Up to here each step is about half as far again as the one before. */
const earlySteps: ReadonlySet<number> = new Set([0, 1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150])
const everySteps = 100

/** Whether the network of this step is kept; the last step of a run always is. */
export function isSnapshotDue(step: number, stepLimit: number): boolean {
  return earlySteps.has(step) || (step > 0 && step % everySteps === 0) || step === stepLimit
}
