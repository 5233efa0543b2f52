import { expect, test } from 'vitest'
import { checkpointAt, device, messageAt, recordOf, visit } from '../../../tests/fixtures/keeperDesk.ts'

test('what was kept is there at the next visit, to the last bit, with all that was written down', async () => {
  const on = device()
  const first = visit(on)
  await first.library.start()
  first.tapes.put('a', { step: 0, bytes: Uint8Array.of(1, 2, 3) })
  for (const step of [100, 200, 300]) expect(await first.library.keep(messageAt(step))).not.toBeNull()
  expect(first.problems).toEqual([null])
  expect(first.kept).toEqual([100, 200, 300])

  const second = visit(on)
  expect((await second.library.list()).map(({ id, step }) => [id, step])).toEqual([['a', 300]])
  const taken = await second.library.take('a')
  expect(taken.problem).toBeNull()
  expect(taken.checkpoint).toEqual(checkpointAt(300))
  expect(taken.record).toEqual(recordOf(-1, 300))
  expect(taken.tape.steps).toEqual([0])
  expect(second.tapes.entries('a')).toEqual([{ step: 0, bytes: Uint8Array.of(1, 2, 3) }])
})
