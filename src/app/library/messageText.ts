/** What the library has to say, as sentences. */
import { formatOf } from '../../i18n/format.ts'
import { explainKept } from '../../i18n/keepProblems.ts'
import type { Language } from '../../i18n/language.ts'
import type { LibraryMessage } from './library.ts'
import { libraryWords } from './words.ts'

/** So many names of damaged parts are said. */
const mostNames = 3

export function messageText(message: LibraryMessage, language: Language): string {
  const words = libraryWords[language]
  const format = formatOf(language)
  switch (message.kind) {
    case 'problem':
      return problemText(message.problem, language)
    case 'imported': {
      const { name, lost } = message
      const more = lost.length - mostNames
      const names = [...lost.slice(0, mostNames), ...(more > 0 ? [words.andMore(more)] : [])].join(', ')
      return lost.length === 0
        ? words.imported(name)
        : `${words.imported(name)} ${words.lost(lost.length, names)}`
    }
    case 'saved':
      return words.saved(message.fileName, format.fileSize(message.bytes))
    case 'continued': {
      const text = words.continued(message.name, format.count(message.step))
      return message.isExact ? text : `${text} ${words.notExact}`
    }
    case 'weights-read':
    case 'weights-begun':
      return words[message.kind](message.fileName)
    case 'digits':
      return words.digits
    case 'look-only':
      return message.reason === 'other-digits'
        ? words.lookOnlyBecause[message.reason][message.source]
        : words.lookOnlyBecause[message.reason]
    default:
      return message satisfies never
  }
}

function problemText(
  problem: Extract<LibraryMessage, { kind: 'problem' }>['problem'],
  language: Language,
): string {
  const { problems } = libraryWords[language]
  switch (problem.code) {
    case 'run-elsewhere':
    case 'run-no-server':
    case 'run-unreachable':
      return problems[problem.code](problem.url)
    case 'run-not-found':
      return problems[problem.code](problem.url, formatOf(language).count(problem.status))
    default:
      return explainKept(problem, language)
  }
}
