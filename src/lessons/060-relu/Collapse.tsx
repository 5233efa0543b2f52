/** ReLU off: two convolutions in a row, and the one larger convolution that does the same; and the answer of such a network. */
import { useMemo } from 'react'
import type { CellStore } from '../../figures/cellStore.ts'
import { FigureColumn, FigurePart, FigureRow } from '../../figures/FigureLayout.tsx'
import { Terms } from '../../figures/Terms.tsx'
import { bothOf } from '../../figures/tapSource.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { answerOf } from '../../math/softmax.ts'
import type { PlaneName } from '../../network/derivedTaps.ts'
import { classCount } from '../../network/spec.ts'
import { largestMagnitude } from '../../paint/mapGrid.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { useWatch } from '../../session/useWatch.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { MapStage } from '../../ui/MapStage.tsx'
import { type Collapse as Collapsed, chainedSide, collapseOf, side } from './collapse.ts'
import styles from './Figure.module.css'
import { reluWords } from './words.ts'

const decimals = 3
const pictures = [
  { filter: 'first', side },
  { filter: 'second', side },
  { filter: 'chained', side: chainedSide },
] as const

/** The number that has the deepest colour of its picture. */
const limitOf = (values: Float32Array) => largestMagnitude({ shape: [values.length], values }) || 1

/** @param filters where a map of conv2 is chosen: its filter is the second one */
export function Collapse({ chosen, filters }: { readonly chosen: CellStore; readonly filters: CellStore }) {
  const { frames } = useRunHandle()
  const { language, number, percent } = useFigureWords()
  const words = reluWords[language]
  const changes = useMemo(() => bothOf(bothOf(frames, chosen), filters), [frames, chosen, filters])
  useWatch([
    'input',
    'conv1/pre',
    'conv1/weights',
    'conv1/bias',
    'conv2/weights',
    'softmax',
    'without-relu/softmax',
  ])
  const now = () => {
    const frame = frames.latest()
    return frame && collapseOf(frame.planes, chosen.getState().cell, filters.getState().cell.map)
  }
  const text = (read: (collapse: Collapsed) => string) => () => {
    const collapse = now()
    return collapse ? read(collapse) : ''
  }
  const names = () => {
    const map = number(chosen.getState().cell.map + 1)
    const filter = number(filters.getState().cell.map + 1)
    return {
      first: words.firstName(map),
      second: words.secondName(map, filter),
      chained: words.chainedName,
      place: words.collapsePlace(map, filter),
    }
  }
  const answer = (tap: PlaneName, write: (digit: string, share: string) => string) => () => {
    const shares = frames.latest()?.planes.get(tap)?.values
    if (!shares) return ''
    const largest = answerOf(shares, 0, classCount)
    return write(number(largest), percent(shares[largest], 1))
  }

  return (
    <FigureRow grow={8.8}>
      <FigureColumn grow={3}>
        <FigureRow grow={1}>
          {pictures.map((picture) => (
            <FigurePart
              key={picture.filter}
              heading={words[picture.filter]}
              aside={
                <LiveText
                  className={styles.limit}
                  read={text((collapse) => words.limit(number(limitOf(collapse[picture.filter]), 2)))}
                  subscribe={changes.subscribe}
                />
              }
              grow={1}
              narrowHeight="14rem"
            >
              <MapStage
                name={words[picture.filter]}
                describe={() => names()[picture.filter]}
                source={{
                  read() {
                    const values = now()?.[picture.filter]
                    const shape = [picture.side, picture.side, 1]
                    return values ? { plane: { shape, values }, step: frames.latest()?.step ?? 0 } : null
                  },
                  subscribe: changes.subscribe,
                }}
                shape={{ mapCount: 1, mapHeight: picture.side, mapWidth: picture.side }}
                kind="signed"
                limitOf={({ values }) => limitOf(values)}
                view="figure"
              />
            </FigurePart>
          ))}
        </FigureRow>
        <LiveText as="p" className={styles.note} read={() => names().place} subscribe={changes.subscribe} />
      </FigureColumn>
      <FigureColumn grow={2}>
        <FigurePart heading={words.collapse}>
          <Terms
            changes={changes}
            place={() => {
              const { map, row, column } = chosen.getState().cell
              return words.at(number(map + 1), number(row + 1), number(column + 1))
            }}
            terms={[
              { name: words.inTwo, read: text(({ inTwo }) => number(inTwo, decimals)) },
              { name: words.inOne, read: text(({ inOne }) => number(inOne, decimals)) },
              { name: words.bent, read: text(({ withRelu }) => number(withRelu, decimals)) },
            ]}
          />
          <div className={styles.answers}>
            <LiveText as="p" read={answer('softmax', words.answerWith)} subscribe={frames.subscribe} />
            <LiveText
              as="p"
              read={answer('without-relu/softmax', words.answerWithout)}
              subscribe={frames.subscribe}
            />
          </div>
          <LiveText
            as="p"
            className={styles.note}
            read={text(({ isAtBorder }) => (isAtBorder ? words.edge : words.pooling))}
            subscribe={changes.subscribe}
          />
        </FigurePart>
      </FigureColumn>
    </FigureRow>
  )
}
