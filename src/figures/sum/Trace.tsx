/** The way back from an answer or a neuron to the pixels: who speaks for it, who against it. */
import { useMemo } from 'react'
import { createStore } from 'zustand/vanilla'
import type { Frame } from '../../session/frames.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { useWatch } from '../../session/useWatch.ts'
import { largestTerms } from '../../sums/largest.ts'
import { placeText } from '../../sums/placeText.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { bothOf } from '../tapSource.ts'
import styles from './SumPanel.module.css'
import { TraceLevels } from './TraceLevels.tsx'
import { type PointedCell, TracePictures } from './TracePictures.tsx'
import { type Trace, tapsOfTrace, traceTap } from './traceOf.ts'
import { goDeeper } from './trail.ts'
import { useTraceWords } from './useTraceWords.ts'

export type Reading = {
  readonly trace: Trace
  /** The newest frame that holds all of the trace. */
  readonly read: () => Frame | null
  readonly subscribe: (changed: () => void) => () => void
}

export function TraceView({ trace }: { readonly trace: Trace }) {
  const { words, sumWords, number, print } = useTraceWords()
  const { frames } = useRunHandle()
  const names = tapsOfTrace(trace)
  useWatch(names)
  const list = names.join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list of names is the trace
  const reading = useMemo<Reading>(
    () => ({
      trace,
      read() {
        const frame = frames.latest()
        return frame && names.every((name) => frame.planes.has(name)) ? frame : null
      },
      subscribe: (changed) => frames.subscribe(changed),
    }),
    [frames, list],
  )
  const pointed = useMemo(() => createStore<{ readonly at: PointedCell }>(() => ({ at: null })), [])
  const changes = useMemo(() => bothOf(reading, pointed), [reading, pointed])
  const traced = () => {
    const value = reading.read()?.planes.get(trace.number)?.values[trace.unit]
    const site = { tap: trace.number, map: trace.unit, row: 0, column: 0 } as const
    return value === undefined
      ? sumWords.waiting
      : words.traced(placeText(site, sumWords, number), print(value))
  }
  return (
    <>
      <h3 className={styles.question}>{words.question}</h3>
      <LiveText as="p" className={styles.note} read={traced} subscribe={reading.subscribe} />
      <TracePictures reading={reading} pointed={pointed} changes={changes} />
      <TraceLevels reading={reading} />
      {trace.start === 'fc2' && <Neurons reading={reading} />}
      <p className={styles.about}>
        {words.about} {words.not}
      </p>
    </>
  )
}

const listed = 5

function Neurons({ reading }: { readonly reading: Reading }) {
  const { words, sumWords, number, print } = useTraceWords()
  const { trace, read, subscribe } = reading
  const strongest = (place: number) => {
    const values = read()?.planes.get(traceTap(trace, 'fc1'))?.values ?? []
    const all = Array.from(values, (value, neuron) => ({ value, neuron }))
    return largestTerms(all, ({ value }) => value, listed).terms[place]
  }
  return (
    <table className={styles.table}>
      <caption>{words.neurons}</caption>
      <tbody>
        {Array.from({ length: listed }, (_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a ranking are its places.
          <tr key={place}>
            <th scope="row">
              <button
                type="button"
                className={styles.link}
                onClick={() => {
                  const one = strongest(place)
                  if (one) goDeeper({ tap: 'fc1', map: one.neuron, row: 0, column: 0 })
                }}
              >
                <LiveText
                  read={() => {
                    const one = strongest(place)
                    return one ? sumWords.neuron(number(one.neuron + 1)) : ''
                  }}
                  subscribe={subscribe}
                />
              </button>
            </th>
            <LiveText
              as="td"
              read={() => {
                const one = strongest(place)
                return one ? print(one.value) : ''
              }}
              subscribe={subscribe}
            />
          </tr>
        ))}
      </tbody>
    </table>
  )
}
