import type { Form } from './form.ts'
import { eight, five, nine, seven, six } from './formsFiveToNine.ts'
import { four, one, three, two, zero } from './formsZeroToFour.ts'

/** `forms[digit]`: all forms of one digit. */
export const forms: readonly (readonly Form[])[] = [
  zero,
  one,
  two,
  three,
  four,
  five,
  six,
  seven,
  eight,
  nine,
]
