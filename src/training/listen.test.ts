import * as tf from '@tensorflow/tfjs'
import { beforeAll, expect, it } from 'vitest'
import { listeningErrors } from '../../tests/fixtures/listening.ts'
import { registerKernels } from '../kernels/register.ts'

beforeAll(async () => {
  await tf.setBackend('cpu')
  registerKernels('cpu')
})

it('answers every question to the network as plain TypeScript does, and leaves no tensor behind', {
  timeout: 60_000,
}, async () => {
  const before = tf.memory().numTensors
  const errors = await listeningErrors()
  expect(Object.entries(errors).filter(([, error]) => !(error < 1e-4))).toEqual([])
  expect(Object.keys(errors)).toHaveLength(17)
  expect(tf.memory().numTensors).toBe(before)
})
