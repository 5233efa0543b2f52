import { useMemo } from 'react'
import type { Plane } from '../../math/plane.ts'
import { imageSide, pixelCount } from '../../network/spec.ts'
import type { Digits } from '../../session/digits.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { useWatchedTest } from '../../session/useWatchedTest.ts'
import { MapStage } from '../../ui/MapStage.tsx'
import styles from './DigitButtons.module.css'

export type DigitButton = {
  /** In the test set. */
  readonly index: number
  /** What a click does, and all that is known of the digit. */
  readonly name: string
  readonly captions: readonly string[]
}

const image = { mapCount: 1, mapHeight: imageSide, mapWidth: imageSide }

/** Test digits as pictures; each can become the watched digit. */
export function DigitButtons(props: {
  readonly buttons: readonly DigitButton[]
  readonly digits: Digits | null
}) {
  const { frames } = useRunHandle()
  const watched = useWatchedTest()
  return (
    <ul className={styles.digits}>
      {props.buttons.map(({ index, name, captions }) => (
        <li key={index}>
          <button
            type="button"
            className={styles.digit}
            title={name}
            aria-pressed={index === watched}
            onClick={() => frames.showDigit({ from: 'test', index })}
          >
            <div className={styles.picture}>
              <Thumbnail plane={imageAt(props.digits, index)} />
            </div>
            {captions.map((caption) => (
              <span key={caption}>{caption}</span>
            ))}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** The image of a digit, as large as what it stands in. */
export function Thumbnail({ plane }: { readonly plane: Plane | null }) {
  const source = useMemo(
    () => ({ read: () => plane && { plane, step: 0 }, subscribe: () => () => {} }),
    [plane],
  )
  return (
    <div className={styles.thumbnail} aria-hidden>
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
export function imageAt(digits: Digits | null, index: number): Plane | null {
  const at = digits?.indices.indexOf(index) ?? -1
  if (!digits || at === -1) return null
  const bytes = digits.imagesNHW.subarray(at * pixelCount, (at + 1) * pixelCount)
  return { shape: [imageSide, imageSide, 1], values: Float32Array.from(bytes) }
}
