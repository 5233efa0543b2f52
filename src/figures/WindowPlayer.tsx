/** Play, single step and speed for a window that walks over a map. */
import { Player } from '../ui/Player.tsx'
import { useFigureWords } from './useFigureWords.ts'
import type { WindowWalk } from './windowWalk.ts'

/** Ten places a second; slowly, there is time to read a sum, and fast, a map of 28 × 28 is full in 20 seconds. */
const msPerStop = 100
const factors = { slow: 0.25, usual: 1, fast: 4 }

export function WindowPlayer({ walk }: { readonly walk: WindowWalk }) {
  const { words, number } = useFigureWords()
  const { rows, columns, at } = walk
  return (
    <Player
      name={words.window.name}
      words={{ ...words.player, speeds: words.window.speeds }}
      at={at}
      last={rows * columns - 1}
      msPerStop={msPerStop}
      factors={factors}
      bareSpeeds
      whole
      jump={columns}
      positionText={(position) =>
        words.window.place(number(Math.floor(position / columns) + 1), number((position % columns) + 1))
      }
    />
  )
}
