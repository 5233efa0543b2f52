import { useCallback, useMemo } from 'react'
import { useCellStore } from '../../figures/cellStore.ts'
import { FigureFoot, FigureLayout, FigurePart } from '../../figures/FigureLayout.tsx'
import { paintUnmade } from '../../figures/paintUnmade.ts'
import { mapShapeOf } from '../../figures/scale.ts'
import { TapLegend, TapMaps } from '../../figures/TapMaps.tsx'
import { bothOf, oneMap } from '../../figures/tapSource.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useSumFollows } from '../../figures/useSumFollows.ts'
import { WindowPlayer } from '../../figures/WindowPlayer.tsx'
import { useWindowWalk } from '../../figures/windowWalk.ts'
import type { Plane } from '../../math/plane.ts'
import type { MapCell } from '../../paint/mapGrid.ts'
import { filterSide, reach } from '../../sums/convolution.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { isLit, looks } from '../../ui/look.ts'
import styles from './Figure.module.css'
import { imageSide, paddedSide, pixelOf, withPadding } from './padding.ts'
import { paintPadding } from './paint.ts'
import { Sum } from './Sum.tsx'
import { convolutionWords } from './words.ts'

const size = { rows: imageSide, columns: imageSide }
const oneImage = { mapCount: 1, mapHeight: imageSide, mapWidth: imageSide }
const onePadded = { mapCount: 1, mapHeight: paddedSide, mapWidth: paddedSide }
const oneFilter = { mapCount: 1, mapHeight: filterSide, mapWidth: filterSide }

export function Figure() {
  const { language, words: common, number } = useFigureWords()
  const words = convolutionWords[language]
  const chosen = useCellStore({ map: 6, row: 11, column: 16 }, mapShapeOf('conv1/pre'))
  const walk = useWindowWalk(chosen, size)
  useSumFollows(chosen, 'conv1/pre')
  const ofChosen = useCallback((plane: Plane) => oneMap(plane, chosen.getState().cell.map), [chosen])
  const names = useMemo(() => {
    const map = () => number(chosen.getState().cell.map + 1)
    return {
      filter: () => words.filter(map()),
      map: () => (walk.made() < imageSide ** 2 ? words.mapSoFar(map()) : words.map(map())),
      place() {
        const { row, column } = chosen.getState().cell
        return words.place(map(), number(row + 1), number(column + 1))
      },
    }
  }, [words, number, chosen, walk])
  const withLooks = useMemo(() => bothOf(chosen, looks), [chosen])
  const hands = useMemo(() => {
    const at = () => chosen.getState().cell
    const inMap = (cell: MapCell) => ({ ...cell, map: at().map })
    return {
      input: {
        at: () => ({ map: 0, row: at().row + reach, column: at().column + reach }),
        move: ({ row, column }: MapCell) =>
          walk.move({ map: at().map, row: row - reach, column: column - reach }),
        drags: { reach },
      },
      map: {
        at: () => ({ ...at(), map: 0 }),
        move: (cell: MapCell) => walk.move(inMap(cell)),
        drags: { reach: 0 },
      },
      maps: { at, move: walk.move },
    }
  }, [chosen, walk])
  const mapOf = () => chosen.getState().cell.map
  const mark = (map: number, side: number) => {
    const { row, column } = chosen.getState().cell
    return [{ map, row, column, rows: side, columns: side, look: 'accent' as const }]
  }
  const pixelText = (cell: MapCell, value: string) => {
    const pixel = pixelOf(cell)
    return pixel ? common.shortPixel(pixel, value) : words.padding
  }
  const heading = (read: () => string) => <LiveText read={read} subscribe={chosen.subscribe} />

  return (
    <FigureLayout>
      <div className={styles.window}>
        <div className={styles.grid}>
          <div className={styles.input}>
            <FigurePart
              heading={words.input}
              grow={1}
              narrowHeight="calc(50vw + 3.5rem)"
              look="window"
              difference
            >
              <TapMaps
                tap="input"
                shape={onePadded}
                select={withPadding}
                hand={hands.input}
                siteOf={(cell) => {
                  const pixel = pixelOf(cell)
                  return pixel && { tap: 'input', ...pixel }
                }}
                // The mark of a window begins at its first cell: in the padded image that is where its pixel stands in the map.
                marks={() => mark(0, filterSide)}
                paintOver={(surface, grid) => paintPadding(surface, grid, { lit: isLit('padding') })}
                cellText={pixelText}
                hint={words.inputHint}
                follow={withLooks}
              />
            </FigurePart>
          </div>
          <div className={styles.filter}>
            <FigurePart
              heading={heading(names.filter)}
              grow={1}
              narrowHeight="11rem"
              look="filter"
              difference
            >
              <TapMaps
                tap="conv1/weights"
                shape={oneFilter}
                select={ofChosen}
                mapOf={mapOf}
                cellText={(_, value) => words.weight(value)}
                hint=""
                follow={chosen}
              />
            </FigurePart>
          </div>
          <div className={styles.map}>
            <FigurePart
              heading={heading(names.map)}
              grow={1}
              narrowHeight="calc(50vw + 3.5rem)"
              look="map"
              difference
            >
              <TapMaps
                tap="conv1/pre"
                name={words.oneMap}
                shape={oneImage}
                zoomSide={paddedSide}
                select={ofChosen}
                mapOf={mapOf}
                hand={hands.map}
                marks={() => mark(0, 1)}
                paintOver={(surface, grid) => paintUnmade(surface, grid, walk.made())}
                cellText={common.shortPixel}
                hint={words.mapHint}
                follow={chosen}
              />
            </FigurePart>
          </div>
          <div className={styles.player}>
            <WindowPlayer walk={walk} />
          </div>
          <div className={styles.sum}>
            <FigurePart heading={heading(names.place)} look="sum">
              <Sum chosen={chosen} />
            </FigurePart>
          </div>
        </div>
      </div>
      <FigurePart heading={words.allMaps} grow={1} look="maps" difference>
        <TapMaps
          tap="conv1/pre"
          hint={words.mapsHint}
          hand={hands.maps}
          marks={() => mark(mapOf(), 1)}
          follow={chosen}
        />
      </FigurePart>
      <FigureFoot>
        <TapLegend tap="conv1/pre" />
      </FigureFoot>
    </FigureLayout>
  )
}
