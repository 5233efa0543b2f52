import { useCallback, useMemo } from 'react'
import type { CellStore } from '../../figures/cellStore.ts'
import { bothOf } from '../../figures/tapSource.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { explainPixel, type OnePixel } from './explain.ts'
import styles from './Sum.module.css'
import { convolutionWords } from './words.ts'

const decimals = 3

/** The chosen pixel as a sum. Where the rounded terms miss the rounded value, the last line says by how much. */
export function Sum({ chosen }: { readonly chosen: CellStore }) {
  const { frames } = useRunHandle()
  const { language, number } = useFigureWords()
  const words = convolutionWords[language]
  const changes = useMemo(() => bothOf(frames, chosen), [frames, chosen])
  const explained = useCallback((): OnePixel | null => {
    const planes = frames.latest()?.planes
    const input = planes?.get('input')
    const weights = planes?.get('conv1/weights')
    const bias = planes?.get('conv1/bias')
    return input && weights && bias ? explainPixel({ input, weights, bias }, chosen.getState().cell) : null
  }, [frames, chosen])

  const place = useCallback(() => {
    const { map, row, column } = chosen.getState().cell
    return words.place(number(map + 1), number(row + 1), number(column + 1))
  }, [chosen, words, number])
  const term = useCallback(
    (choose: (pixel: OnePixel) => number) => () => {
      const pixel = explained()
      return pixel ? number(choose(pixel), decimals) : ''
    },
    [explained, number],
  )
  const note = useCallback(() => {
    const pixel = explained()
    if (!pixel) return ''
    const missing = roundingOf(pixel)
    const parts = [
      pixel.padded > 0 ? words.padding(number(pixel.padded)) : '',
      missing !== 0 ? words.rounding(number(missing, decimals)) : '',
    ]
    return parts.filter(Boolean).join(' ')
  }, [explained, number, words])
  const products = useMemo(() => term((pixel) => pixel.sumOfProducts), [term])
  const bias = useMemo(() => term((pixel) => pixel.bias), [term])
  const value = useMemo(() => term((pixel) => pixel.value), [term])

  return (
    <div className={styles.sum}>
      <LiveText as="p" className={styles.place} read={place} subscribe={changes.subscribe} />
      <dl className={styles.terms}>
        <dt>{words.products}</dt>
        <LiveText as="dd" read={products} subscribe={changes.subscribe} />
        <dt>{words.bias}</dt>
        <LiveText as="dd" read={bias} subscribe={changes.subscribe} />
        <dt className={styles.total}>{words.value}</dt>
        <LiveText as="dd" className={styles.total} read={value} subscribe={changes.subscribe} />
      </dl>
      <LiveText as="p" className={styles.note} read={note} subscribe={changes.subscribe} />
    </div>
  )
}

/** What the printed terms lack to the printed value, in units of the last decimal shown. */
function roundingOf(pixel: OnePixel): number {
  const unit = 10 ** decimals
  const printed = (value: number) => Math.round(value * unit)
  return (printed(pixel.value) - printed(pixel.sumOfProducts) - printed(pixel.bias)) / unit
}
