/** Sums of one or two lines: a pixel, dropout, a learned number. */
import { roundingGap } from '../../sums/rounding.ts'
import { Terms } from '../Terms.tsx'
import styles from './SumPanel.module.css'
import { goDeeper } from './trail.ts'
import { useFirst } from './useFirst.ts'
import type { SumOf } from './useSum.ts'
import { decimals, useSumWords } from './useSumWords.ts'

const brightest = 255

export function PixelSum({ sum }: { readonly sum: SumOf<'pixel'> }) {
  const { words, number, print } = useSumWords()
  const byte = () => sum.read()?.byte ?? null
  return (
    <Terms
      changes={sum}
      place={() => (sum.read() && byte() === null ? words.about.drawnPixel : words.about.pixel)}
      terms={[
        { name: words.byte, read: () => (byte() === null ? '' : number(byte() ?? 0)) },
        {
          name: words.dividedBy(number(brightest)),
          read: () => (byte() === null ? '' : `/ ${number(brightest)}`),
        },
        { name: words.pixelValue, read: () => valueText(sum, print), isTotal: true },
      ]}
    />
  )
}

export function DropoutSum({ sum }: { readonly sum: SumOf<'dropout'> }) {
  const { words, number, print, rounding } = useSumWords()
  return (
    <Terms
      changes={sum}
      place={() => words.about.dropout}
      terms={[
        {
          name: (
            <button
              type="button"
              className={styles.link}
              onClick={() => goDeeper({ ...sum.site, tap: 'fc1' })}
            >
              {words.beforeDropout}
            </button>
          ),
          read: () => mapped(sum, ({ before }) => print(before)),
        },
        { name: words.factor, read: () => mapped(sum, ({ factor }) => `× ${number(factor, decimals)}`) },
        { name: words.afterDropout, read: () => valueText(sum, print), isTotal: true },
      ]}
      note={() =>
        mapped(sum, ({ before, factor, keep, value }) => {
          const printed = (one: number) => Number(one.toFixed(decimals))
          const gap = roundingGap([printed(before) * printed(factor)], value, decimals)
          return [words.keep(number(keep, 2)), rounding(gap)].filter(Boolean).join(' ')
        })
      }
    />
  )
}

export function ParameterSum({ sum }: { readonly sum: SumOf<'parameter'> }) {
  const { words, print, rounding } = useSumWords()
  const { tap } = sum.site
  const first = useFirst(sum.site)
  const both = (choose: (first: number, now: number) => string) => () => {
    const value = sum.read()?.value
    const start = first()
    return value === undefined || start === null ? '' : choose(start, value)
  }
  return (
    <Terms
      changes={sum}
      place={() => (tap.endsWith('bias') ? words.about.bias : words.about.parameter)}
      terms={[
        { name: words.atStart, read: both((start) => print(start)) },
        { name: words.change, read: both((start, now) => print(now - start)) },
        { name: words.now, read: both((_, now) => print(now)), isTotal: true },
      ]}
      note={both((start, now) => rounding(roundingGap([start, now - start], now, decimals)))}
    />
  )
}

type AnySum = SumOf<'pixel'> | SumOf<'dropout'> | SumOf<'parameter'>

function valueText(sum: AnySum, print: (value: number) => string): string {
  const value = sum.read()?.value
  return value === undefined ? '' : print(value)
}

function mapped(
  sum: SumOf<'dropout'>,
  write: (explanation: NonNullable<ReturnType<SumOf<'dropout'>['read']>>) => string,
): string {
  const explanation = sum.read()
  return explanation ? write(explanation) : ''
}
