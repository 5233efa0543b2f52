import { useStore } from 'zustand'
import { FigureFoot, FigureLayout } from '../../figures/FigureLayout.tsx'
import { useKept } from '../../figures/kept.ts'
import { TapLegend } from '../../figures/TapMaps.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { createPosition, Player } from '../../ui/Player.tsx'
import { useLook } from '../../ui/useLook.ts'
import { lastStage, parameterCount, shapeText, stageAt, stages, valueCount } from './explain.ts'
import styles from './Figure.module.css'
import { Journey } from './Journey.tsx'
import { Stages } from './Stages.tsx'
import { overviewWords } from './words.ts'

const msPerStop = 2600

export function Figure() {
  const { language, words: common, number } = useFigureWords()
  const words = overviewWords[language]
  const at = useKept('at', () => createPosition(1))
  const current = useStore(at, ({ position }) => stageAt(position))
  const stage = stages[current]
  const { name, does } = words.stages[stage.tap]
  const shape = shapeText(stage.tap, number)
  const counts = useLook('counts')
  const player = useLook('player')
  return (
    <FigureLayout>
      <Stages current={current} onChoose={(index) => at.setState({ position: index })} />
      <div className={styles.middle}>
        <h2 className={styles.heading}>
          {name}{' '}
          <span className={styles.counts} {...counts.props}>
            {words.counts(shape, number(valueCount(stage.tap)), learned(parameterCount(stage)))}
          </span>
        </h2>
        <p className={styles.does}>{does}</p>
        <Journey at={at} tap={stage.tap} />
      </div>
      <div className={styles.player} {...player.props}>
        <Player
          name={words.journey}
          words={common.player}
          at={at}
          last={lastStage}
          msPerStop={msPerStop}
          positionText={(position) => words.stages[stages[stageAt(position)].tap].name}
        />
      </div>
      <FigureFoot>
        <TapLegend tap={stage.tap} />
      </FigureFoot>
    </FigureLayout>
  )

  function learned(count: number): string {
    return count === 0 ? words.noParameters : words.parameters(number(count))
  }
}
