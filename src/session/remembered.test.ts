import { describe, expect, test, vi } from 'vitest'
import type { Report } from '../protocol/messages.ts'
import { bench, memory, record, settings, trials } from './testing/bench.ts'

describe('the speed on WASM', () => {
  test('is known with and without the gentle setting once steps were done with each', () => {
    const it = bench()
    const steps = (from: number) => Array.from({ length: 10 }, (_, i) => record(from + i))
    it.say({ type: 'backend', backend: 'wasm', threads: 2, kernels: 'fma', trials })
    it.status(9, steps(1).slice(1), { msPerStep: 100 } as Partial<Report>)
    expect(it.state().speeds.usual).toBeNull()
    it.status(10, [record(10)], { msPerStep: 90 } as Partial<Report>)
    expect(it.state().speeds).toEqual({ usual: { threads: 2, msPerStep: 90 }, gentle: null })
    it.say({ type: 'backend', backend: 'wasm', threads: 1, kernels: 'fma', trials })
    const gently = { settings: { ...settings, gentle: true }, msPerStep: 170 } as Partial<Report>
    it.status(15, steps(11).slice(0, 5), gently)
    expect(it.state().speeds.gentle).toBeNull()
    it.status(20, steps(16), gently)
    expect(it.state().speeds).toEqual({
      usual: { threads: 2, msPerStep: 90 },
      gentle: { threads: 1, msPerStep: 170 },
    })
  })
})

describe('measured backends', () => {
  const remembered = (it: ReturnType<typeof bench>) => {
    const [open] = it.worker().commands
    return open?.type === 'open' ? open.remembered : undefined
  }

  test('are kept for the next visit, and forgotten when one of them failed', () => {
    const storage = memory()
    const first = bench(storage)
    expect(remembered(first)).toBeNull()
    first.say({ type: 'backend', backend: 'wasm', threads: 2, kernels: 'fma', trials })
    expect(remembered(bench(storage))).toEqual(trials)
    first.say({ type: 'takeover', from: 'wasm', to: 'cpu', reason: 'x', repeatedSteps: 0 })
    expect(remembered(bench(storage))).toBeNull()
    first.say({ type: 'backend', backend: 'wasm', threads: 1, kernels: 'fma', trials })
    expect(remembered(bench(storage))).toBeNull()
  })

  test('are measured again when steps take more than twice as long as they promised', () => {
    const storage = memory()
    const promised = 50 * (trials[0]?.outcome === 'measured' ? trials[0].msPerImage : Number.NaN)
    const steps = (from: number, count: number) => Array.from({ length: count }, (_, i) => record(from + i))
    const visit = bench(storage)
    visit.say({ type: 'backend', backend: 'wasm', threads: 2, kernels: 'fma', trials })
    visit.status(20, steps(1, 20), { msPerStep: 1.9 * promised } as Partial<Report>)
    expect(remembered(bench(storage))).toEqual(trials)
    visit.status(21, steps(21, 1), { msPerStep: 2.1 * promised } as Partial<Report>)
    expect(remembered(bench(storage))).toBeNull()
  })

  test('are measured again after a month, however often the page was opened meanwhile', () => {
    const dayMs = 24 * 3600 * 1000
    vi.useFakeTimers()
    try {
      const storage = memory()
      const say = (it: ReturnType<typeof bench>) =>
        it.say({ type: 'backend', backend: 'wasm', threads: 2, kernels: 'fma', trials })
      say(bench(storage))
      for (let week = 1; week <= 4; week++) {
        vi.setSystemTime(Date.now() + 7 * dayMs)
        const visit = bench(storage)
        expect(remembered(visit)).toEqual(trials)
        say(visit)
      }
      vi.setSystemTime(Date.now() + 7 * dayMs)
      expect(remembered(bench(storage))).toBeNull()
    } finally {
      vi.useRealTimers()
    }
  })

  test('are measured again where storage is forbidden or holds something else', () => {
    const forbidden = () => {
      throw new Error('SecurityError')
    }
    const closed = bench({ getItem: forbidden, setItem: forbidden, removeItem: forbidden })
    closed.say({ type: 'backend', backend: 'wasm', threads: 2, kernels: 'fma', trials })
    expect(remembered(closed)).toBeNull()
    const storage = memory()
    storage.kept.set(
      'faltwerk/backends',
      JSON.stringify({ machine: 'test', trials: [{ backend: 'abacus' }] }),
    )
    expect(remembered(bench(storage))).toBeNull()
  })
})
