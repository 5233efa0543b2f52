/** What all kinds of questions share. */
import type { Question } from '../../lessons/question.ts'
import type { Answer } from './answers.ts'

/** What every kind of question gets. `answer` is the one kept on this device, `shown` whether the right one is to be seen. */
export type FormProps<Kind extends Question> = {
  readonly question: Kind
  readonly answer: Answer | undefined
  readonly shown: boolean
  readonly onAnswer: (answer: Answer) => void
}
