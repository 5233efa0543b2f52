import { useStore } from 'zustand'
import { useCellStore } from '../../figures/cellStore.ts'
import { FigureFoot, FigureLayout, FigurePart } from '../../figures/FigureLayout.tsx'
import { useKept } from '../../figures/kept.ts'
import { mapShapeOf } from '../../figures/scale.ts'
import { TapLegend } from '../../figures/TapMaps.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { Choice } from '../../ui/Choice.tsx'
import { createPosition, Player, type PositionStore } from '../../ui/Player.tsx'
import { useLook } from '../../ui/useLook.ts'
import { narrowPage, useMedia } from '../../ui/useMedia.ts'
import { lastFold } from './explain.ts'
import styles from './Figure.module.css'
import { Fold } from './Fold.tsx'
import { PixelNumbers } from './PixelNumbers.tsx'
import { pixelsWords } from './words.ts'

export function Figure() {
  const words = pixelsWords[useFigureWords().language]
  const chosen = useCellStore({ map: 0, row: 8, column: 17 }, mapShapeOf('input'))
  const at = useKept('at', () => createPosition(lastFold))
  const isNarrow = useMedia(narrowPage)
  const numbers = useLook('numbers')
  const player = useLook('player')
  return (
    <FigureLayout>
      <FigurePart heading={words.fold} look="picture" grow={1} narrowHeight="auto">
        <div className={styles.fold}>
          <div className={styles.picture}>
            <Fold at={at} chosen={chosen} share={isNarrow ? 1 : 0.44} />
          </div>
          <div className={styles.numbers} {...numbers.props}>
            <h3 className={styles.heading}>{words.bytes}</h3>
            <PixelNumbers chosen={chosen} />
          </div>
        </div>
      </FigurePart>
      <div className={styles.player} {...player.props}>
        <Folding at={at} />
      </div>
      <FigureFoot scale={false}>
        <TapLegend tap="input" note={words.value} />
      </FigureFoot>
    </FigureLayout>
  )
}

const states = ['row', 'square'] as const

/** From the row to the square: played, or where motion is unwelcome, one or the other. */
function Folding({ at }: { readonly at: PositionStore }) {
  const { language, words: common, number } = useFigureWords()
  const words = pixelsWords[language]
  const { position } = useStore(at)
  const jumps = useMedia('(prefers-reduced-motion: reduce)')
  if (!jumps) {
    return (
      <Player
        name={words.foldName}
        words={common.player}
        at={at}
        last={lastFold}
        msPerStop={260}
        positionText={(now) => words.folded(number(Math.floor(now)))}
      />
    )
  }
  return (
    <Choice
      name={words.state}
      value={position < lastFold ? 'row' : 'square'}
      options={states.map((value) => ({ value, label: words.states[value] }))}
      onChange={(next) => at.setState({ position: next === 'row' ? 0 : lastFold })}
    />
  )
}
