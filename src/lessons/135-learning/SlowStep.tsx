import { useStore } from 'zustand'
import { FigureRow } from '../../figures/FigureLayout.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { Player, type PositionStore } from '../../ui/Player.tsx'
import { useLook } from '../../ui/useLook.ts'
import styles from './Figure.module.css'
import { Pictured } from './Pictured.tsx'
import { Stops } from './Stops.tsx'
import { stopAt, stops } from './stops.ts'
import { learningWords } from './words.ts'

const msPerStop = 3000

/** One step of the run, stop by stop. */
export function SlowStep({ at }: { readonly at: PositionStore }) {
  const { language, words: common } = useFigureWords()
  const words = learningWords[language]
  const stop = useStore(at, ({ position }) => stopAt(position))
  const look = useLook('picture')
  const { name, says } = words.stops[stop.id]
  return (
    <>
      <Stops current={stop} onChoose={(index) => at.setState({ position: index })} />
      <Player
        name={words.player}
        words={common.player}
        at={at}
        last={stops.length - 1}
        msPerStop={msPerStop}
        positionText={(position) => words.stops[stopAt(position).id].name}
        bareSpeeds
        whole
      />
      <div className={styles.words} {...look.props}>
        <h2 className={styles.heading}>{name}</h2> <p className={styles.says}>{says}</p>
      </div>
      <FigureRow grow={1}>
        {stop.pictures.map((picture, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stop's pictures never change places.
          <Pictured key={`${stop.id} ${index}`} picture={picture} />
        ))}
      </FigureRow>
    </>
  )
}
