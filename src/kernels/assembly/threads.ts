/**
 * Sharing a job's items among threads. One thread posts jobs and works along; helpers wait for jobs for ever. All meet
 * at a *board* in shared memory:
 *
 *   0  i64  ticket: the job's number in the upper half, items not yet taken in the lower half
 *   8  i32  items done
 *  12  i32  signal: counts posted jobs; helpers sleep on it
 *  16  i32  job        20  i32  address of the arguments
 *  24  i32  address of the working memory        28  i32  bytes of it for each thread
 *  32  i32  items in all
 *  40  i64  for each thread: nanoseconds in which it had items in hand, since the board was laid
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
const items = 32
const busy = 40

/** Milliseconds on this thread's clock; only differences count. Whoever starts the module gives it as `threads.now`. */
declare function now(): f64

/** How often one looks before one sleeps: some 50 µs, about what lies between two jobs of a training step. */
const looks = 20_000

/** Takes and computes items until none is left, and books the time. The clock is asked twice a job, not for each item. */
function work(board: usize, thread: i32): void {
  let begun: f64 = -1
  for (;;) {
    const ticket = atomic.load<i64>(board)
    const left = <i32>ticket
    if (left === 0) break
    if (atomic.cmpxchg<i64>(board, ticket, ticket - 1) !== ticket) continue
    if (begun < 0) begun = now()
    const memory = load<usize>(board, scratch) + thread * load<i32>(board, scratchBytes)
    runItem(load<i32>(board, job), load<usize>(board, args), left - 1, memory)
    // Read before the item counts as done: from then on the board may hold the next job.
    const all = load<i32>(board, items)
    if (atomic.add<i32>(board, 1, done) + 1 === all && thread > 0) atomic.notify(board + done, 1)
  }
  if (begun >= 0) atomic.add<i64>(board + busy + thread * 8, <i64>((now() - begun) * 1e6))
}

/**
 * Posts a job of `count` items, works along as thread 0, and returns when all are done. `number` counts the jobs. A
 * helper may have lost its processor to another program in the middle of an item: with `mayWait` its poster sleeps,
 * which may be just what it takes to get the helper going. A page's main thread must not sleep, and looks on.
 */
export function runJob(board: usize, number: i32, count: i32, helpers: i32, mayWait: bool): void {
  store<i32>(board, count, items)
  atomic.store<i32>(board, 0, done)
  atomic.store<i64>(board, ((<i64>number) << 32) | count)
  if (helpers > 0 && count > 1) {
    atomic.add<i32>(board, 1, signal)
    atomic.notify(board + signal, helpers)
  }
  work(board, 0)
  let look = looks
  for (;;) {
    const seen = atomic.load<i32>(board, done)
    if (seen === count) return
    if (look > 0) look--
    else if (mayWait) atomic.wait<i32>(board + done, seen, 1_000_000)
  }
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
