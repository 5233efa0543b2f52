/** The same numbers on every backend, compared with plain TypeScript in a real browser. */
import { above, expect, test } from './harness.ts'

const backends = ['cpu', 'wasm', 'webgl', 'webgpu'] as const

const replaced = 'the replaced kernels agree with those of the cpu backend'
/** The kernels' names begin the titles of the cases that test them. */
const tested = {
  [replaced]: ['Conv2DBackprop', 'BatchMatMul', 'MaxPoolGrad'],
  'the added operations agree with stock ones on the cpu backend, and with the reference': [
    'ConvolutionLayer',
    'ChannelSum',
    'AdamUpdate',
  ],
}

test.describe.configure({ timeout: 120_000 })

for (const backend of backends) {
  test.describe(`on ${backend}`, () => {
    test.beforeEach(async ({ numericsPage }) => {
      const hasAdapter = await numericsPage.evaluate(
        async () =>
          'gpu' in navigator &&
          (await (navigator.gpu as { requestAdapter(): Promise<unknown> }).requestAdapter()) !== null,
      )
      test.skip(backend === 'webgpu' && !hasAdapter, 'this browser offers no WebGPU adapter')
      expect(await numericsPage.evaluate((name) => window.numerics.open(name, 2), backend)).toBe(backend)
    })

    test('loss and all eight gradients agree with the reference', async ({ numericsPage }) => {
      const errors = await numericsPage.evaluate(() => window.numerics.gradientErrors())
      expect(above(1e-4, errors)).toEqual({})
    })

    test('an update moves moments and weights as the reference does', async ({ numericsPage }) => {
      const errors = await numericsPage.evaluate(() => window.numerics.stepErrors())
      const weights = Object.entries(errors).filter(([name]) => name.endsWith(' w'))
      const others = Object.entries(errors).filter(([name]) => !name.endsWith(' w'))
      expect(above(2e-4, Object.fromEntries(others))).toEqual({})
      expect(above(2e-3, Object.fromEntries(weights))).toEqual({})
    })

    for (const [title, kernels] of Object.entries(tested)) {
      test(title, async ({ numericsPage }) => {
        test.skip(backend === 'cpu' && title === replaced, 'nothing is replaced there')
        for (const kernel of kernels) {
          const errors = await numericsPage.evaluate(
            ([name, part]) => window.numerics.kernelErrors(name, part),
            [backend, kernel] as const,
          )
          expect(Object.keys(errors)).not.toEqual([])
          expect(above(1e-4, errors)).toEqual({})
        }
      })
    }

    test('reading the network or not waiting for a step changes no bit of it', async ({ numericsPage }) => {
      expect(await numericsPage.evaluate(() => window.numerics.differencesBetweenWays())).toEqual([])
    })

    test('tracing a step changes no bit of the run, and finds every operation of the graph once', async ({
      numericsPage,
    }) => {
      const { differences, leakedTensors, mismatches, trace } = await numericsPage.evaluate(() =>
        window.numerics.tracedRun(2),
      )
      expect(differences).toEqual([])
      expect(leakedTensors).toBe(0)
      test.skip(trace === null && backend === 'webgpu', 'this device tells no times')
      expect(mismatches).toEqual([])
      expect(trace?.backend).toBe(backend)
      const sumMs = trace?.operations.reduce((sum, { durationMs }) => sum + durationMs, 0) ?? 0
      // Kernels are nearly all of a step: a clock that does not wait for the device sees almost nothing.
      expect(sumMs).toBeGreaterThan((trace?.stepMs ?? 0) / 2)
      expect(sumMs).toBeLessThanOrEqual(trace?.stepMs ?? 0)
    })

    test('questions beside the taps are answered as the reference does', async ({ numericsPage }) => {
      const errors = await numericsPage.evaluate(() => window.numerics.listeningErrors())
      expect(Object.keys(errors)).not.toEqual([])
      expect(above(2e-4, errors)).toEqual({})
    })

    test('the exact terms of every sum add up to the number in its frame', async ({ numericsPage }) => {
      const { count, errors } = await numericsPage.evaluate(() => window.numerics.frameSumErrors())
      expect(count).toBeGreaterThan(150)
      expect(above(2e-6, errors)).toEqual({})
    })

    test('what is written down and kept changes no bit of a run, leaves no tensor, is true, and goes on to the same bits', async ({
      numericsPage,
    }) => {
      const { differences, leaked, errors } = await numericsPage.evaluate(() =>
        window.numerics.recordedRun(2),
      )
      expect(differences).toEqual([])
      expect(leaked).toBe(0)
      expect(above(1e-3, errors)).toEqual({})
    })

    test('steps, evaluations and frames leave no tensor behind', async ({ numericsPage }) => {
      expect(await numericsPage.evaluate(() => window.numerics.leakedTensors())).toBe(0)
    })
  })
}
