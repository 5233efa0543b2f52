/**
 * Sharing a job's items among threads. One thread posts jobs and works along; helpers wait for jobs for ever. All meet
 * at a *board* in shared memory:
 *
 *   0  i64  ticket: the job's number in the upper half, items not yet taken in the lower half
 *   8  i32  items done
 *  12  i32  signal: counts posted jobs; helpers sleep on it
 *  16  i32  job        20  i32  address of the arguments
 *  24  i32  address of the working memory        28  i32  bytes of it for each thread
 *
 * Whoever lowers the ticket's lower half by compare-and-swap owns that item. The number in the upper half makes a late
 * swap of an earlier job fail; and as long as an owned item is not done, no other job can be posted.
 */
import { runItem } from './jobs'

const done = 8
const signal = 12
const job = 16
const args = 20
const scratch = 24
const scratchBytes = 28

/** How often a helper looks before it sleeps: some 50 µs, about what lies between two jobs of a training step. */
const looks = 20_000

/** Takes and computes items until none is left. */
function work(board: usize, thread: i32): void {
  for (;;) {
    const ticket = atomic.load<i64>(board)
    const left = <i32>ticket
    if (left === 0) return
    if (atomic.cmpxchg<i64>(board, ticket, ticket - 1) !== ticket) continue
    const memory = load<usize>(board, scratch) + thread * load<i32>(board, scratchBytes)
    runItem(load<i32>(board, job), load<usize>(board, args), left - 1, memory)
    atomic.add<i32>(board, 1, done)
  }
}

/** Posts a job of `items` items, works along as thread 0, and returns when all are done. `number` counts the jobs. */
export function runJob(board: usize, number: i32, items: i32, helpers: i32): void {
  atomic.store<i32>(board, 0, done)
  atomic.store<i64>(board, ((<i64>number) << 32) | items)
  if (helpers > 0 && items > 1) {
    atomic.add<i32>(board, 1, signal)
    atomic.notify(board + signal, helpers)
  }
  work(board, 0)
  while (atomic.load<i32>(board, done) !== items) {}
}

/** A helper's life; it ends with its worker. */
export function help(board: usize, thread: i32): void {
  for (;;) {
    const seen = atomic.load<i32>(board, signal)
    work(board, thread)
    let look = looks
    while (--look && atomic.load<i32>(board, signal) === seen) {}
    if (look === 0) atomic.wait<i32>(board + signal, seen, -1)
  }
}
