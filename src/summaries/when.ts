/** At which steps a run writes down what: `spec/deep-mnist.md`, "What a run records". */
import { training } from '../network/spec.ts'

/** Step 0, every 100 steps, and the end of the run. */
export function isSummaryDue(step: number, stepLimit: number): boolean {
  return step % training.evaluateEvery === 0 || step >= stepLimit
}

/**
 * Sizes of gradients change fast at first: each of the first steps, then every 10th, after 100 every 20th, between those
 * that are traced.
 */
export function isFlowDue(step: number): boolean {
  if (step <= 10) return true
  return step < 100 ? step % 10 === 0 : step % 20 === 10
}
