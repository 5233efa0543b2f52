/** The place pointed at, as value × weight = contribution. */
import { useMemo } from 'react'
import { bothOf } from '../../figures/tapSource.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { flatIndex } from './explain.ts'
import styles from './Figure.module.css'
import type { PointedStore } from './Products.tsx'
import type { Neuron } from './useNeuron.ts'
import { fullyConnectedWords } from './words.ts'

type OneProductProps = { readonly neuron: Neuron; readonly pointed: PointedStore }

export function OneProduct({ neuron, pointed }: OneProductProps) {
  const { language, number } = useFigureWords()
  const words = fullyConnectedWords[language]
  const changes = useMemo(() => bothOf(neuron, pointed), [neuron, pointed])
  const read = () => {
    const { cell } = pointed.getState()
    const now = neuron.read()
    if (!cell || !now) return words.inputsHint
    const { input, weight, product } = now.sum.products[flatIndex(cell)]
    const place = words.place(number(cell.map + 1), number(cell.row + 1), number(cell.column + 1))
    return `${words.term(place, number(input, 3), number(weight, 3))} = ${number(product, 3)}`
  }
  return <LiveText as="p" className={styles.readout} read={read} subscribe={changes.subscribe} />
}
