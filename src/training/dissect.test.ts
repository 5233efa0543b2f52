import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { dissectionErrors, slowStepDifferences } from '../../tests/fixtures/dissection.ts'
import { registerKernels } from '../kernels/register.ts'

beforeAll(async () => {
  await tf.setBackend('cpu')
  registerKernels('cpu')
})

describe('a step taken apart', () => {
  it('leaves weights, moments and dropout bit for bit as the usual step does', {
    timeout: 180_000,
  }, async () => {
    expect(await slowStepDifferences()).toEqual([])
  })

  it('shows the gradients, moments and weights of the plain reference, and leaves no tensor behind', {
    timeout: 180_000,
  }, async () => {
    const tensors = tf.memory().numTensors
    const errors = await dissectionErrors()
    expect(Object.keys(errors)).toHaveLength(12 + 11 + 8 * 6)
    expect(Object.entries(errors).filter(([, error]) => !(error < 1e-3))).toEqual([])
    expect(tf.memory().numTensors).toBe(tensors)
  })
})
