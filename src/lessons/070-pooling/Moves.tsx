/** Moves the digit by a pixel in each direction, and back. */
import { useFigureWords } from '../../figures/useFigureWords.ts'
import styles from './Figure.module.css'
import { farthest, moved, type Shift } from './shift.ts'
import { poolingWords } from './words.ts'

const directions = [
  { name: 'left', by: { right: -1, down: 0 }, turn: 180 },
  { name: 'right', by: { right: 1, down: 0 }, turn: 0 },
  { name: 'up', by: { right: 0, down: -1 }, turn: -90 },
  { name: 'down', by: { right: 0, down: 1 }, turn: 90 },
] as const

export function Moves({ shift, onChange }: { shift: Shift; onChange: (shift: Shift) => void }) {
  const { language, number } = useFigureWords()
  const words = poolingWords[language]
  const ways = [
    shift.right !== 0 &&
      words.by(number(Math.abs(shift.right)), words.moves[shift.right < 0 ? 'left' : 'right']),
    shift.down !== 0 && words.by(number(Math.abs(shift.down)), words.moves[shift.down < 0 ? 'up' : 'down']),
  ].filter((way) => way !== false)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as one line
    <div className={styles.moves} role="group" aria-label={words.views.shift}>
      {directions.map(({ name, by, turn }) => {
        const isAtEnd =
          Math.abs(shift.right * by.right + shift.down * by.down) === farthest && isOutward(shift, by)
        return (
          <button
            key={name}
            type="button"
            aria-label={words.move(words.moves[name])}
            title={words.move(words.moves[name])}
            disabled={isAtEnd}
            onClick={() => onChange(moved(shift, by))}
          >
            <svg viewBox="0 0 16 16" aria-hidden="true" style={{ rotate: `${turn}deg` }}>
              <path d="M2 8 H13 M8 3 L13 8 L8 13" fill="none" stroke="currentColor" strokeWidth="1.5" />
            </svg>
          </button>
        )
      })}
      <button
        type="button"
        className={styles.reset}
        disabled={ways.length === 0}
        onClick={() => onChange({ right: 0, down: 0 })}
      >
        {words.reset}
      </button>
      <output>{ways.length === 0 ? words.inPlace : ways.join(', ')}</output>
    </div>
  )
}

function isOutward(shift: Shift, by: Shift): boolean {
  return shift.right * by.right + shift.down * by.down > 0
}
