/** The one number formatter: German `3 274 634` and `0,982`, English `3,274,634` and `0.982`, a real minus sign. */
import type { Language } from './language.ts'

export type Format = {
  /** A whole number with its thousands set apart: steps, images, parameters. */
  count(value: number): string
  /** A number with exactly this many digits after the decimal sign. */
  decimal(value: number, digits: number): string
  /** A number with this many significant digits, whatever its size: `0.00213`, `14.2`. */
  significant(value: number, digits: number): string
  /** A share 0…1 in percent; one digit after the decimal sign unless told otherwise. */
  percent(share: number, digits?: number): string
  /** A time span in its two largest units: `2 min 10 s`, `1 h 5 min`, `8 s`. */
  duration(ms: number): string
  /** A size in decimal units: `11.6 MB`. */
  fileSize(bytes: number): string
  /** A day and a time of this device's clock, from milliseconds since 1970: `25.11.2026, 22:01`. */
  moment(ms: number): string
}

/** Neither a comma nor a point between thousands in German: nothing can be misread. */
const narrowNoBreakSpace = '\u202f'
const noBreakSpace = '\u00a0'
const minus = '\u2212'
const locales = { de: 'de-DE', en: 'en-US' } as const

const known = new Map<Language, Format>()

/** The formatter of a language; built once and kept. */
export function formatOf(language: Language): Format {
  const format = known.get(language) ?? createFormat(language)
  known.set(language, format)
  return format
}

function createFormat(language: Language): Format {
  const formatters = new Map<string, Intl.NumberFormat>()

  function write(value: number, options: Intl.NumberFormatOptions): string {
    const key = JSON.stringify(options)
    let formatter = formatters.get(key)
    if (!formatter) {
      // `negative` writes no sign before a number that rounds to zero.
      formatter = new Intl.NumberFormat(locales[language], { signDisplay: 'negative', ...options })
      formatters.set(key, formatter)
    }
    return formatter
      .formatToParts(value)
      .map(({ type, value: text }) => {
        if (type === 'group' && language === 'de') return narrowNoBreakSpace
        return type === 'minusSign' ? minus : text
      })
      .join('')
  }

  const count = (value: number) => write(Math.round(value), { maximumFractionDigits: 0 })
  const decimal = (value: number, digits: number) =>
    write(value, { minimumFractionDigits: digits, maximumFractionDigits: digits })

  const moments = new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeStyle: 'short' })

  return {
    count,
    decimal,
    significant: (value, digits) =>
      write(value, { minimumSignificantDigits: digits, maximumSignificantDigits: digits }),
    percent: (share, digits = 1) =>
      write(share, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }),
    duration(ms) {
      const seconds = Math.max(0, Math.round(ms / 1000))
      const minutes = Math.floor(seconds / 60)
      const hours = Math.floor(minutes / 60)
      const unit = (value: number, name: string) => `${count(value)}${noBreakSpace}${name}`
      if (hours > 0) return `${unit(hours, 'h')} ${unit(minutes % 60, 'min')}`
      if (minutes > 0) return `${unit(minutes, 'min')} ${unit(seconds % 60, 's')}`
      return unit(seconds, 's')
    },
    moment: (ms) => moments.format(ms),
    fileSize(bytes) {
      const units = ['B', 'kB', 'MB', 'GB'] as const
      const power = bytes < 1 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3))
      return `${decimal(bytes / 1000 ** power, power === 0 ? 0 : 1)}${noBreakSpace}${units[power]}`
    },
  }
}
