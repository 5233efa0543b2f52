/** What TensorBoard is to say about a run: the text `run`, and a line for each tag that needs one. */
import { type Format, formatOf } from '../../../i18n/format.ts'
import type { Language } from '../../../i18n/language.ts'
import { words as pageWords } from '../../../i18n/words.ts'
import { training } from '../../../network/spec.ts'
import type { ExportedSplit, ExportTexts } from '../../../protocol/export.ts'
import type { RunRecord } from '../../../protocol/record.ts'
import { lastStepOf } from '../../../session/runRecord.ts'
import { type TextWords, textWords } from './textWords.ts'

type Context = {
  readonly record: RunRecord
  readonly split: ExportedSplit
  readonly words: TextWords
  readonly format: Format
  readonly language: Language
}

export function exportTexts(record: RunRecord, language: Language): Record<ExportedSplit, ExportTexts> {
  const of = (split: ExportedSplit): ExportTexts => ({
    run: runText({ record, split, language, words: textWords[language], format: formatOf(language) }),
    about: textWords[language].about[split],
  })
  return { train: of('train'), test: of('test') }
}

function runText(context: Context): string {
  const { record, split, words, format } = context
  const parts = [
    `# ${words.title(String(record.settings.seed))}`,
    words.splits[split],
    settingsTable(context),
    ...(split === 'test' ? [`## ${words.evaluationsTitle}`, evaluationTable(context)] : []),
    `## ${words.scaleTitle}`,
    words.scale,
    limitTable(context),
    `## ${words.digits}`,
    words.digitsNote,
    table(
      [words.step, words.digits],
      record.summaries.map((summary) => [format.count(summary.step), summary[split].labels.join(' ')]),
    ),
    `## ${words.timesTitle}`,
    words.times,
    ...(split === 'train' ? traceNote(context) : []),
  ]
  return parts.join('\n\n')
}

function settingsTable({ record, words, format, language }: Context): string {
  const { settings, backend, threads, kernels, source, history, summaries } = record
  const { run, data } = pageWords[language]
  const { batchSize, learningRate, beta1, beta2, epsilon, keepProbability } = training
  const short = (value: number) => format.significant(value, String(value).replace(/^0\.0*|\D/g, '').length)
  const computing =
    backend === null
      ? words.unknown
      : [
          run.backends[backend],
          ...(backend === 'wasm' ? [run.threads(threads, format.count(threads))] : []),
          ...(kernels === null ? [] : [words.kernels[kernels]]),
        ].join(', ')
  return table(
    [words.setting, words.value],
    [
      [words.seed, String(settings.seed)],
      [words.steps, words.ofLimit(format.count(lastStepOf(record)), format.count(settings.stepLimit))],
      [words.data, source === null ? words.unknown : data.sources[source]],
      [words.backend, computing],
      [words.batch, words.images(format.count(batchSize))],
      [
        words.optimizer,
        words.adam(short(learningRate), short(beta1), short(beta2), format.decimal(epsilon, 8)),
      ],
      [words.keep, words.keepValue(short(keepProbability))],
      [words.recorded, words.recordedValue(format.count(summaries.length), format.count(history.length))],
    ],
  )
}

function evaluationTable({ record, words, format }: Context): string {
  if (record.evaluations.length === 0) return words.noEvaluation
  const rows = record.evaluations.map(({ step, n, correct, accuracy, interval: [low, high], loss }) => [
    format.count(step),
    format.count(n),
    format.count(correct),
    format.percent(accuracy, 2),
    words.interval(format.percent(low, 2), format.percent(high, 2)),
    format.decimal(loss, 4),
  ])
  return table(words.evaluation, rows)
}

function limitTable({ record, split, words, format }: Context): string {
  const layers = ['conv1', 'pool1', 'conv2', 'pool2'] as const
  const rows = record.summaries.map(({ step, filters, [split]: { maps } }) => [
    format.count(step),
    ...[filters['conv1/weights'], filters['conv2/weights'], ...layers.map((layer) => maps[layer])].map(
      ({ limit }) => format.significant(limit, 4),
    ),
  ])
  return table([words.step, words.filters('conv1'), words.filters('conv2'), ...layers], rows)
}

/** What the clock was, and which nodes have no time of their own, as the newest trace has it. */
function traceNote({ record, words }: Context): string[] {
  const traces = record.summaries.flatMap(({ trace }) => trace ?? [])
  const newest = traces.at(-1)
  if (!newest) return []
  const clocks = [...new Set(traces.map(({ clock }) => words.clocks[clock]))]
  const together = newest.operations
    .filter(({ swallowed }) => swallowed.length > 0)
    .map(({ node, swallowed }) => [code(node), swallowed.map(code).join(', ')])
  return [
    words.trace(clocks.join('; ')),
    ...(together.length > 0 ? [table([words.node, words.together], together)] : []),
  ]
}

const code = (name: string) => `\`${name}\``

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}
