/** All 2,048 filter channels as one wall, and beside it one filter with its 32, enlarged. */
import { useCallback } from 'react'
import { useStore } from 'zustand'
import type { CellStore } from '../../figures/cellStore.ts'
import { FigureColumn, FigurePart, FigureRow } from '../../figures/FigureLayout.tsx'
import { TapMaps } from '../../figures/TapMaps.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { Plane } from '../../math/plane.ts'
import type { MapCell } from '../../paint/mapGrid.ts'
import type { Mark } from '../../paint/surface.ts'
import { Button } from '../../ui/Button.tsx'
import { channelCount, channelsOf, filterCount, filterSide, placeOfSlice, sliceOf } from './explain.ts'
import styles from './Wall.module.css'
import { secondConvolutionWords } from './words.ts'

const oneFilter = { mapCount: channelCount, mapHeight: filterSide, mapWidth: filterSide }

export function Wall({ chosen }: { readonly chosen: CellStore }) {
  const { language, number } = useFigureWords()
  const words = secondConvolutionWords[language]
  const filter = useStore(chosen, ({ held }) => held.map)
  const select = useCallback((weights: Plane) => channelsOf(weights, filter), [filter])

  const hold = (next: number) => chosen.hold({ ...chosen.getState().held, map: next })
  const cellText = (filter: number, channel: number, { row, column }: MapCell, value: string) =>
    words.weight(number(filter + 1), number(channel + 1), number(row + 1), number(column + 1), value)
  /** A column of the wall: all channels of the filter held. */
  const filterMarks = (): Mark[] => [
    {
      map: sliceOf(0, filter),
      lastMap: sliceOf(channelCount - 1, filter),
      row: 0,
      column: 0,
      rows: filterSide,
      columns: filterSide,
      look: 'accent',
    },
  ]

  return (
    <FigureRow grow={1}>
      <FigureColumn grow={2.1}>
        <FigurePart heading={words.wall} look="wall" grow={1} narrowHeight="16rem" difference>
          <TapMaps
            tap="conv2/weights"
            columns={filterCount}
            gap={1}
            hint={words.wallHint}
            cellText={(cell, value) => {
              const { channel, filter } = placeOfSlice(cell.map)
              return cellText(filter, channel, cell, value)
            }}
            marks={filterMarks}
            follow={chosen}
            onPick={({ map }) => hold(placeOfSlice(map).filter)}
          />
        </FigurePart>
      </FigureColumn>
      <FigureColumn>
        <FigurePart
          difference
          heading={words.oneFilter(number(filter + 1))}
          aside={
            <span className={styles.turn}>
              <Button size="small" disabled={filter === 0} onClick={() => hold(filter - 1)}>
                {words.previousFilter}
              </Button>
              <Button size="small" disabled={filter === filterCount - 1} onClick={() => hold(filter + 1)}>
                {words.nextFilter}
              </Button>
            </span>
          }
          grow={1}
          narrowHeight="26rem"
        >
          <TapMaps
            tap="conv2/weights"
            name={words.oneFilter(number(filter + 1))}
            shape={oneFilter}
            select={select}
            mapOf={(channel) => sliceOf(channel, filter)}
            columns={4}
            gap={6}
            hint={words.oneFilterHint}
            cellText={(cell, value) => cellText(filter, cell.map, cell, value)}
          />
        </FigurePart>
      </FigureColumn>
    </FigureRow>
  )
}
