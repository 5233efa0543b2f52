import { type CSSProperties, type ReactNode, useCallback, useMemo } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { paintFrame } from '../../figures/paintFrame.ts'
import { mapShapeOf, scaleScope } from '../../figures/scale.ts'
import { TapMaps, type TapMapsProps } from '../../figures/TapMaps.tsx'
import { bothOf } from '../../figures/tapSource.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useSumBars } from '../../figures/useSumBars.ts'
import type { Plane } from '../../math/plane.ts'
import { type MapCell, valueAt } from '../../paint/mapGrid.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { BarStage } from '../../ui/BarStage.tsx'
import { Legend } from '../../ui/Legend.tsx'
import { LiveText } from '../../ui/LiveText.tsx'
import { indexOfLargest, type OverviewTap, shapeText } from './explain.ts'
import styles from './Figure.module.css'
import { overviewWords } from './words.ts'

/** 1,024 neurons as a band; which one stands where means nothing, it only has to stay. */
const neurons = { mapCount: 1, mapHeight: 16, mapWidth: 64 }

type Pointed = { readonly tap: OverviewTap; readonly cell: MapCell } | null
type PointedStore = StoreApi<{ readonly at: Pointed }>

export function Figure() {
  const pointed = useMemo(() => createStore<{ readonly at: Pointed }>(() => ({ at: null })), [])
  const pictureOf = (tap: OverviewTap, more: Partial<TapMapsProps> = {}) => (
    <TapMaps
      tap={tap}
      quiet
      gap={1}
      onPoint={(cell) => pointed.setState({ at: cell && { tap, cell } })}
      {...more}
    />
  )
  return (
    <div className={styles.figure}>
      <div className={styles.row}>
        <Part tap="input" share={1.15} narrowHeight="8rem">
          {pictureOf('input', { paintOver: paintFrame })}
        </Part>
        <Part tap="conv1" share={2.4} narrowHeight="12.5rem">
          {pictureOf('conv1')}
        </Part>
        <Part tap="pool1" share={1.95} narrowHeight="8rem">
          {pictureOf('pool1')}
        </Part>
      </div>
      <div className={styles.row}>
        <Part tap="conv2" share={1.92} narrowHeight="16rem">
          {pictureOf('conv2')}
        </Part>
        <Part tap="pool2" share={1} narrowHeight="8rem">
          {pictureOf('pool2')}
        </Part>
      </div>
      <div className={styles.row}>
        <Part tap="fc1" share={2.1} narrowHeight="6rem">
          {pictureOf('fc1', { shape: neurons })}
        </Part>
        <Part tap="softmax" share={2.4} narrowHeight="7rem">
          <Answer />
        </Part>
        <Reading pointed={pointed} />
      </div>
    </div>
  )
}

function Part(props: {
  readonly tap: OverviewTap
  /** Of the width of its row. */
  readonly share: number
  /** Where the parts stand one below the other. */
  readonly narrowHeight: string
  readonly children: ReactNode
}) {
  const { language, number } = useFigureWords()
  const [name, does] = overviewWords[language].stages[props.tap]
  return (
    <section
      className={styles.stage}
      data-first={props.tap === 'input' || undefined}
      style={{ '--share': props.share, '--narrow-height': props.narrowHeight } as CSSProperties}
    >
      <h2 className={styles.head}>
        <span className={styles.name}>{name}</span>{' '}
        <span className={styles.shape}>{shapeText(props.tap, number)}</span>{' '}
        <span className={styles.does}>{does}</span>
      </h2>
      {props.children}
    </section>
  )
}

/** Ten probabilities; only the largest is written out. */
function Answer() {
  const { words, percent } = useFigureWords()
  const bars = useSumBars('softmax')
  const values = () => bars.source.read()?.plane.values ?? new Float32Array()
  const largest = (all: Float32Array) => all[indexOfLargest(all)] ?? 0
  return (
    <BarStage
      name={words.taps.softmax}
      describe={() => {
        const now = values()
        return now.length > 0 ? words.answer(indexOfLargest(now), percent(largest(now))) : words.waiting
      }}
      {...bars}
      kind="unsigned"
      range={{ lowest: 0, highest: 1 }}
      valueOf={(value) => (value === largest(values()) ? percent(value) : '')}
      nameOf={(digit) => String(digit)}
      marked={indexOfLargest}
      sparse
      tap="softmax"
      view="figure"
    />
  )
}

/** The colour scale, and the value pointed at in any of the pictures. */
function Reading({ pointed }: { readonly pointed: PointedStore }) {
  const { frames } = useRunHandle()
  const { language, words: common, number } = useFigureWords()
  const { scope } = useStore(scaleScope)
  const words = overviewWords[language]
  const changes = useMemo(() => bothOf(frames, pointed), [frames, pointed])
  const ends = useCallback(() => ({ low: number(0), high: words.most }), [number, words])
  const read = useCallback(() => {
    const { at } = pointed.getState()
    const plane = at && frames.latest()?.planes.get(at.tap)
    return at && plane ? words.value(words.stages[at.tap][0], cellText(at, plane)) : words.hint

    function cellText({ tap, cell }: NonNullable<Pointed>, plane: Plane): string {
      if (tap === 'fc1') {
        const neuron = cell.row * neurons.mapWidth + cell.column
        return common.neuron(neuron, number(plane.values[neuron], 3))
      }
      const value = number(valueAt(plane, mapShapeOf(tap), cell), 3)
      return tap === 'input' ? common.pixel(cell, value) : common.mapCell(cell, value)
    }
  }, [frames, pointed, words, common, number])
  return (
    <div className={styles.reading}>
      <Legend kind="unsigned" ends={ends} subscribe={frames.subscribe} name={words.legend} />
      <p className={styles.scale}>{words.legendEnd[scope]}</p>
      <LiveText as="p" className={styles.value} read={read} subscribe={changes.subscribe} />
    </div>
  )
}
