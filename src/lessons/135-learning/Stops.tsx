import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useLook } from '../../ui/useLook.ts'
import styles from './Stops.module.css'
import { phases, type Stop, stops } from './stops.ts'
import { learningWords } from './words.ts'

/** The whole step in one line: forward, loss, backward, update. */
export function Stops(props: { readonly current: Stop; readonly onChoose: (index: number) => void }) {
  const { language } = useFigureWords()
  const words = learningWords[language]
  const look = useLook('stops')
  return (
    <div className={styles.stops} {...look.props}>
      {phases.map((phase) => {
        const own = stops.filter((stop) => stop.phase === phase)
        return (
          <div key={phase} className={styles.phase} style={{ flexGrow: own.length }}>
            <h3 className={styles.name}>{words.phases[phase]}</h3>
            <ol className={styles.list}>
              {own.map((stop) => (
                <li key={stop.id}>
                  <button
                    type="button"
                    aria-label={`${words.stops[stop.id].short}, ${words.stops[stop.id].name}`}
                    aria-current={stop === props.current ? 'step' : undefined}
                    title={words.stops[stop.id].name}
                    onClick={() => props.onChoose(stops.indexOf(stop))}
                  >
                    {words.stops[stop.id].short}
                  </button>
                </li>
              ))}
            </ol>
          </div>
        )
      })}
    </div>
  )
}
