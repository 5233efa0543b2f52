/** The window slides over one map: its four candidates, the winner, the pooled map it makes; all 32 below. */
import { useMemo } from 'react'
import type { CellStore } from '../../figures/cellStore.ts'
import { FigurePart } from '../../figures/FigureLayout.tsx'
import { paintUnmade } from '../../figures/paintUnmade.ts'
import { TapMaps } from '../../figures/TapMaps.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useSumFollows } from '../../figures/useSumFollows.ts'
import { WindowPlayer } from '../../figures/WindowPlayer.tsx'
import { useWindowWalk } from '../../figures/windowWalk.ts'
import type { MapCell } from '../../paint/mapGrid.ts'
import { poolSide } from '../../sums/pooling.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { Candidates } from './Candidates.tsx'
import { pooledCellOf } from './explain.ts'
import styles from './Figure.module.css'
import { after, before, useOneMap } from './oneMap.ts'
import { paintWindows } from './paint.ts'
import { poolingWords } from './words.ts'

/** As high as half of a phone is wide, and its heading and its line. */
const besideAnother = 'calc(50vw + 3.5rem)'
const size = { rows: after.mapHeight, columns: after.mapWidth }

export function Windows({ chosen }: { readonly chosen: CellStore }) {
  const { language, words: common, number } = useFigureWords()
  const words = poolingWords[language]
  const walk = useWindowWalk(chosen, size)
  useSumFollows(chosen, 'pool1')
  const { select, mapOf } = useOneMap(chosen)
  const names = useMemo(
    () => ({
      before: () => words.before(number(chosen.getState().cell.map + 1)),
      after: () => (walk.made() < size.rows * size.columns ? words.afterSoFar : words.after),
    }),
    [words, number, chosen, walk],
  )
  const hands = useMemo(() => {
    const at = () => chosen.getState().cell
    const inMap = (cell: MapCell) => ({ ...cell, map: at().map })
    return {
      before: {
        at: () => ({ map: 0, row: at().row * poolSide, column: at().column * poolSide }),
        move: (cell: MapCell) => walk.move(inMap(pooledCellOf(cell))),
        drags: { reach: 0 },
        stride: poolSide,
      },
      after: {
        at: () => ({ ...at(), map: 0 }),
        move: (cell: MapCell) => walk.move(inMap(cell)),
        drags: { reach: 0 },
      },
      all: { at, move: walk.move },
    }
  }, [chosen, walk])
  const mark = (at: MapCell, side = 1) => [{ ...at, rows: side, columns: side, look: 'accent' as const }]
  const heading = (read: () => string) => <LiveText read={read} subscribe={chosen.subscribe} />

  return (
    <>
      <div className={styles.windows}>
        <FigurePart
          heading={heading(names.before)}
          grow={1}
          narrowHeight={besideAnother}
          look="before"
          difference
        >
          <TapMaps
            tap="conv1"
            shape={before}
            select={select}
            mapOf={mapOf}
            hand={hands.before}
            cellText={common.shortPixel}
            hint={words.beforeHint}
            paintOver={paintWindows}
            marks={() => mark(hands.before.at(), poolSide)}
            follow={chosen}
          />
        </FigurePart>
        <FigurePart
          heading={heading(names.after)}
          grow={1}
          narrowHeight={besideAnother}
          look="after"
          difference
        >
          <TapMaps
            tap="pool1"
            name={words.after}
            shape={after}
            select={select}
            mapOf={mapOf}
            hand={hands.after}
            cellText={common.shortPixel}
            hint={words.afterHint}
            zoomStep={poolSide}
            paintOver={(surface, grid) => paintUnmade(surface, grid, walk.made())}
            marks={() => mark(hands.after.at())}
            follow={chosen}
          />
        </FigurePart>
        <FigurePart heading={words.window} grow={1} narrowHeight="16rem" look="window">
          <Candidates chosen={chosen} />
        </FigurePart>
      </div>
      <WindowPlayer walk={walk} />
      <FigurePart heading={words.all} grow={6} look="all" difference>
        <TapMaps
          tap="pool1"
          gap={3}
          hint={words.allHint}
          hand={hands.all}
          marks={() => mark(chosen.getState().cell)}
          follow={chosen}
        />
      </FigurePart>
    </>
  )
}
