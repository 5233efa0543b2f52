/** All interface words, grouped by area. German defines the type, English satisfies it. */
import type { InBothLanguages } from './language.ts'
import * as data from './words/data.ts'
import * as digit from './words/digit.ts'
import * as network from './words/network.ts'
import * as notices from './words/notices.ts'
import * as reading from './words/reading.ts'
import * as run from './words/run.ts'
import * as shell from './words/shell.ts'

const de = {
  shell: shell.de,
  network: network.de,
  run: run.de,
  data: data.de,
  digit: digit.de,
  notices: notices.de,
  reading: reading.de,
}

export type Words = typeof de

const en = {
  shell: shell.en,
  network: network.en,
  run: run.en,
  data: data.en,
  digit: digit.en,
  notices: notices.en,
  reading: reading.en,
} satisfies Words

export const words: InBothLanguages<Words> = { de, en }
