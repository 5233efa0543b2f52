import { useMemo } from 'react'
import { FigurePart } from '../../figures/FigureLayout.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { formatOf } from '../../i18n/format.ts'
import type { Plane } from '../../math/plane.ts'
import { largestMagnitude } from '../../paint/mapGrid.ts'
import type { Anatomy } from '../../session/slowMotion.ts'
import { AnatomyMaps } from './AnatomyMaps.tsx'
import styles from './Figure.module.css'
import { usePlace } from './picked.ts'
import { useSlowMotion } from './useSlowMotion.ts'
import { groupOf, type Place, views } from './variables.ts'
import { WeightPicker } from './WeightPicker.tsx'
import { learningWords } from './words.ts'

const parts = ['before', 'gradient', 'mean', 'square', 'change', 'after'] as const
type Part = (typeof parts)[number]
const planeOf = {
  before: '',
  gradient: '/gradient',
  mean: '/m/after',
  square: '/v/after',
  change: '/after',
  after: '/after',
} as const

/** The chosen filter (or the part of a neuron's weights) through the update, each picture with a scale of its own. */
export function FilterStop() {
  const { language } = useFigureWords()
  const words = learningWords[language]
  const { anatomy } = useSlowMotion()
  const place = usePlace(anatomy)
  return (
    <>
      <WeightPicker />
      <FigurePart heading={words.through} grow={1.3} narrowHeight="44rem">
        <div className={styles.six}>
          {parts.map((part) => (
            <One key={part} part={part} place={place} anatomy={anatomy} />
          ))}
        </div>
      </FigurePart>
    </>
  )
}

function One(props: { readonly part: Part; readonly place: Place; readonly anatomy: Anatomy | null }) {
  const { part, place, anatomy } = props
  const { variable, group, cell } = place
  const { language } = useFigureWords()
  const words = learningWords[language]
  const { mapHeight, mapWidth } = views[variable]
  const shape = useMemo(() => ({ mapCount: 1, mapHeight, mapWidth }), [mapHeight, mapWidth])
  const name = `${variable}/weights${planeOf[part]}` as const
  const select = useMemo(
    () => (plane: Plane, whole: Anatomy) => {
      const values = mapOf(plane, { variable, group, cell })
      if (part !== 'change') return values
      const before = whole.planes.get(`${variable}/weights`)
      if (!before) return values
      const from = mapOf(before, { variable, group, cell }).values
      return { ...values, values: values.values.map((value, i) => value - from[i]) }
    },
    [variable, group, cell, part],
  )
  /** Before and after share a scale: so one sees how little changes. */
  const limit = () => {
    if (!anatomy) return 1
    const largest = (suffix: string, pick: typeof select | null) => {
      const plane = anatomy.planes.get(`${variable}/weights${suffix}` as typeof name)
      return plane ? largestMagnitude(pick ? pick(plane, anatomy) : mapOf(plane, place)) : 0
    }
    const found =
      part === 'before' || part === 'after'
        ? Math.max(largest('', null), largest('/after', null))
        : largest(planeOf[part], select)
    return found || 1
  }
  const ends = (largest: string) => (part === 'square' ? words.upTo(largest) : `±${largest}`)
  return (
    <div className={styles.one}>
      <p className={styles.caption}>
        {words.parts[part]}
        {anatomy && ` ${ends(formatOf(language).significant(limit(), 2))}`}
      </p>
      <AnatomyMaps
        plane={name}
        name={words.parts[part]}
        scale={part === 'square' ? 'unsigned' : 'signed'}
        shape={shape}
        select={select}
        limit={limit}
        marks={() => [{ map: 0, row: cell.row, column: cell.column, rows: 1, columns: 1, look: 'accent' }]}
        bare
      />
    </div>
  )
}

/** The one map in which the chosen weight lies. */
function mapOf(plane: Plane, { variable, group, cell }: Place): Plane {
  const { mapHeight, mapWidth, mapCount } = views[variable]
  const { values } = groupOf(plane, variable, group)
  return {
    shape: [mapHeight, mapWidth, 1],
    values: Float32Array.from({ length: mapHeight * mapWidth }, (_, i) => values[i * mapCount + cell.map]),
  }
}
