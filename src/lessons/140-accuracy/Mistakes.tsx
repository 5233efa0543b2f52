import { useMemo } from 'react'
import { FigurePart } from '../../figures/FigureLayout.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { Plane } from '../../math/plane.ts'
import { imageSide, pixelCount } from '../../network/spec.ts'
import type { Evaluation } from '../../protocol/messages.ts'
import type { Digits } from '../../session/run.ts'
import { useDigitsAt } from '../../session/useDigitsAt.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { MapStage } from '../../ui/MapStage.tsx'
import styles from './Mistakes.module.css'
import { accuracyWords } from './words.ts'

const shownCount = 10
const image = { mapCount: 1, mapHeight: imageSide, mapWidth: imageSide }

/** The mistakes the network was most sure of, as pictures; each can become the watched digit. */
export function Mistakes({ evaluation }: { readonly evaluation: Evaluation }) {
  const { frames } = useRunHandle()
  const { language, number, percent } = useFigureWords()
  const words = accuracyWords[language]
  const mistakes = useMemo(() => evaluation.mistakes.slice(0, shownCount), [evaluation])
  const indices = useMemo(() => mistakes.map(({ index }) => index), [mistakes])
  const digits = useDigitsAt(indices)

  if (mistakes.length === 0) return <p>{words.noMistakes}</p>
  return (
    <FigurePart heading={words.mistakes}>
      <ul className={styles.mistakes}>
        {mistakes.map(({ index, label, answer, probability }) => {
          const name = words.mistakeName(number(index), number(label), number(answer), percent(probability))
          return (
            <li key={index}>
              <button
                type="button"
                className={styles.mistake}
                aria-label={name}
                title={name}
                onClick={() => frames.showDigit({ from: 'test', index })}
              >
                <Thumbnail plane={imageAt(digits, index)} />
                <span>{words.mistake(number(label), number(answer))}</span>
                <span className={styles.probability}>{percent(probability, 0)}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </FigurePart>
  )
}

function Thumbnail({ plane }: { readonly plane: Plane | null }) {
  const source = useMemo(
    () => ({ read: () => plane && { plane, step: 0 }, subscribe: () => () => {} }),
    [plane],
  )
  return (
    <div className={styles.picture}>
      <MapStage
        name=""
        describe={() => ''}
        source={source}
        shape={image}
        kind="unsigned"
        limitOf={() => 255}
        align="center"
      />
    </div>
  )
}

/** The bytes of one of the digits; null while it is not among them. */
function imageAt(digits: Digits | null, index: number): Plane | null {
  const at = digits?.indices.indexOf(index) ?? -1
  if (!digits || at === -1) return null
  const bytes = digits.imagesNHW.subarray(at * pixelCount, (at + 1) * pixelCount)
  return { shape: [imageSide, imageSide, 1], values: Float32Array.from(bytes) }
}
