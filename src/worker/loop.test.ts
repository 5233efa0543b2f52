import { expect, test } from 'vitest'
import { createMailbox, createTurn, type Job, runLoop } from './loop.ts'

/** A loop with a job that leaves work under way and a more urgent one; what happened, in order. */
async function happened(options: { updates: number; urgentAfter?: number; messageAfter?: number }) {
  const log: string[] = []
  const mailbox = createMailbox<string>()
  let begun = 0
  let isUnderway = false
  let isUrgent = false
  const update: Job = {
    isDue: () => begun < options.updates,
    work: async () => {
      begun++
      log.push(`begin ${begun}`)
      if (isUnderway) log.push(`end ${begun - 1}`)
      isUnderway = true
      isUrgent = begun === options.urgentAfter
      if (begun === options.messageAfter) mailbox.put('message')
    },
  }
  const urgent: Job = {
    isDue: () => isUrgent,
    work: async () => {
      isUrgent = false
      log.push('urgent')
    },
  }
  const stop = new Error('nothing left to do')
  const loop = runLoop({
    mailbox,
    handle: (message) => void log.push(message),
    jobs: [urgent, update],
    turn: createTurn(),
    settle: async () => {
      if (isUnderway) log.push(`end ${begun}`)
      isUnderway = false
    },
    idle: () => {
      throw stop
    },
  })
  await expect(loop).rejects.toBe(stop)
  return log
}

test('a job that is due again at once may overlap what it has left under way', async () => {
  expect(await happened({ updates: 3 })).toEqual(['begin 1', 'begin 2', 'end 1', 'begin 3', 'end 2', 'end 3'])
})

test('another job waits until what is under way has ended', async () => {
  expect(await happened({ updates: 2, urgentAfter: 1 })).toEqual([
    'begin 1',
    'end 1',
    'urgent',
    'begin 2',
    'end 2',
  ])
})

test('a message waits until what is under way has ended', async () => {
  expect(await happened({ updates: 2, messageAfter: 1 })).toEqual([
    'begin 1',
    'end 1',
    'message',
    'begin 2',
    'end 2',
  ])
})
