/**
 * In which steps the weights of fc1 are kept. One update moves a weight by about the learning rate, and the first few move all of them
 * by just that and in step with each other: there, rounding would not average out over the 3,136 inputs of a neuron, so it is
 * finer. Measured over 1,000 test digits at every kept step of a run of 3,000: ARCHITECTURE.md.
 */
import { training } from '../network/spec.ts'

/** The distance between two neighbouring values of a weight at this step. */
export function unitAt(step: number): number {
  const { learningRate } = training
  if (step <= 1) return learningRate
  if (step === 2) return learningRate / 16
  if (step === 3) return learningRate / 8
  if (step < 15) return learningRate / 2
  if (step < 150) return learningRate
  return 2 * learningRate
}

/** No kept weight of fc1 is further from the run's than one update may move it; most are much nearer. */
export const fc1Tolerance = training.learningRate
