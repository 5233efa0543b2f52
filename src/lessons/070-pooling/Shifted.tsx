/** The digit moved by a pixel or two: input, map and pooled map before and after, and how much each of them changed. */
import { useMemo, useRef, useSyncExternalStore } from 'react'
import type { CellStore } from '../../figures/cellStore.ts'
import { FigurePart } from '../../figures/FigureLayout.tsx'
import { paintFrame } from '../../figures/paintFrame.ts'
import { TapMaps } from '../../figures/TapMaps.tsx'
import { bothOf } from '../../figures/tapSource.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { useWatch } from '../../session/useWatch.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import styles from './Figure.module.css'
import { after, before, useOneMap } from './oneMap.ts'
import { changeOf, type Shift, type ShiftedTap, shiftedName, shiftedTaps } from './shift.ts'
import { poolingWords } from './words.ts'

export function Shifted({ chosen, wanted }: { readonly chosen: CellStore; readonly wanted: Shift }) {
  const { frames } = useRunHandle()
  const { language, number, percent } = useFigureWords()
  const words = poolingWords[language]
  const shown = useArrived(wanted)
  const one = useOneMap(chosen)
  const changes = useMemo(() => bothOf(frames, chosen), [frames, chosen])

  const changeText = (tap: ShiftedTap, map?: number) => {
    const planes = frames.latest()?.planes
    const [unmoved, moved] = [planes?.get(tap), planes?.get(shiftedName(tap, shown))]
    if (!unmoved || !moved) return ''
    const change = changeOf(unmoved, moved, map)
    return change === null ? words.empty : percent(change)
  }
  const picture = (tap: ShiftedTap, isMoved: boolean) => (
    <TapMaps
      tap={isMoved ? shiftedName(tap, shown) : tap}
      name={`${words.columns[tap]('')} ${isMoved ? words.movedPicture : words.unmoved}`}
      shape={tap === 'pool1' ? after : before}
      select={tap === 'input' ? undefined : one.select}
      mapOf={tap === 'input' ? undefined : one.mapOf}
      zoomStep={tap === 'pool1' ? 2 : undefined}
      paintOver={paintFrame}
      follow={chosen}
      quiet
    />
  )
  const live = (read: () => string, className?: string) => (
    <LiveText read={read} subscribe={changes.subscribe} className={className} />
  )

  return (
    <>
      <div>
        <div className={styles.columns}>
          {shiftedTaps.map((tap) => (
            <FigurePart key={tap} heading={live(() => words.columns[tap](number(one.mapOf() + 1)))}>
              <div className={styles.pair}>
                <span>{words.unmoved}</span>
                <span>{words.movedPicture}</span>
                <div className={styles.picture}>{picture(tap, false)}</div>
                <div className={styles.picture}>{picture(tap, true)}</div>
              </div>
              <p className={styles.change}>
                {words.changed} {live(() => changeText(tap), styles.share)}{' '}
                {tap !== 'input' && <span className={styles.scope}>{words.allMaps}</span>}
              </p>
              {tap !== 'input' && (
                <p className={styles.change}>
                  {words.changed} {live(() => changeText(tap, one.mapOf()), styles.share)}{' '}
                  <span className={styles.scope}>{words.thisMap}</span>
                </p>
              )}
            </FigurePart>
          ))}
        </div>
        <p className={styles.line}>{words.measure}</p>
      </div>
      <div className={styles.maps}>
        <FigurePart heading={words.choose} grow={1} look="all" difference>
          <TapMaps
            tap="pool1"
            gap={3}
            quiet
            hand={{ at: () => chosen.getState().cell, move: chosen.hold }}
            marks={() => [
              {
                map: one.mapOf(),
                row: 0,
                column: 0,
                rows: after.mapHeight,
                columns: after.mapWidth,
                look: 'accent',
              },
            ]}
            follow={chosen}
          />
        </FigurePart>
      </div>
    </>
  )
}

/** The newest shift that a frame holds: until the wanted one has come, the one before stays in sight. */
function useArrived(wanted: Shift): Shift {
  const { frames } = useRunHandle()
  const names = shiftedTaps.map((tap) => shiftedName(tap, wanted))
  useWatch(names)
  const holds = () => names.every((name) => frames.latest()?.planes.has(name))
  const hasArrived = useSyncExternalStore(frames.subscribe, holds)
  const shown = useRef(wanted)
  if (hasArrived) shown.current = wanted
  return shown.current
}
