/** What a saved picture and a printed page say about where they come from: lesson, digit, run. */
import type { Format } from '../../i18n/format.ts'
import { formatOf } from '../../i18n/format.ts'
import type { Language } from '../../i18n/language.ts'
import { words } from '../../i18n/words.ts'
import { lessons } from '../../lessons/registry.ts'
import type { Frame } from '../../session/frames.ts'
import type { RunState } from '../../session/state.ts'
import { savingWords } from './words.ts'

/** `Lesson 5: Convolution` */
export function lessonText(language: Language, lessonIndex: number): string {
  const title = lessons[lessonIndex]?.title[language] ?? ''
  return savingWords[language].lesson(formatOf(language).count(lessonIndex + 1), title)
}

/** `Test image 17, label 8`; null before the first frame. */
export function digitText(language: Language, frame: Frame | null): string | null {
  if (!frame) return null
  const { digit } = words[language]
  if (frame.digit.from === 'drawing') return digit.drawn
  const label = frame.label === null ? '?' : String(frame.label)
  return digit.from[frame.digit.from](formatOf(language).count(frame.digit.index), label)
}

/** `Faltwerk · seed 7 · WASM, 2 threads · MNIST` */
export function runText(language: Language, state: RunState): string {
  const said = savingWords[language]
  return said.run(String(state.settings.seed), backendText(language, state), dataText(language, state))
}

/** `step 20 of 3,000 · loss 4.107 · test accuracy 11.3 % (n = 2,000, step 0)`: what has been measured. */
export function progressText(language: Language, state: RunState): string {
  const said = savingWords[language]
  const format = formatOf(language)
  return [
    said.progress(format.count(state.step), format.count(state.settings.stepLimit)),
    ...state.history.slice(-1).map(({ loss }) => said.loss(format.decimal(loss, 3))),
    ...state.evaluations
      .slice(-1)
      .map(({ accuracy, n, step }) => accuracyText(format, said, { accuracy, n, step })),
  ].join(' · ')
}

function accuracyText(
  format: Format,
  said: (typeof savingWords)[Language],
  { accuracy, n, step }: { accuracy: number; n: number; step: number },
): string {
  return said.accuracy(format.percent(accuracy), format.count(n), format.count(step))
}

function backendText(language: Language, { backend, threads }: RunState): string {
  const { run } = words[language]
  if (backend === null) return savingWords[language].noRun
  const name = run.backends[backend]
  return backend === 'wasm' ? `${name}, ${run.threads(threads, formatOf(language).count(threads))}` : name
}

function dataText(language: Language, { data }: RunState): string {
  const said = words[language].data
  return data ? said.sources[data.source] : said.none
}
