import { useCallback } from 'react'
import { FigurePart } from '../../figures/FigureLayout.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { Plane } from '../../math/plane.ts'
import type { Mark } from '../../paint/surface.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Slider } from '../../ui/Slider.tsx'
import { AnatomyLegend, AnatomyMaps } from './AnatomyMaps.tsx'
import styles from './Figure.module.css'
import { picked, placeIn, usePlace } from './picked.ts'
import { useSlowMotion } from './useSlowMotion.ts'
import { groupOf, type Variable, variables, views } from './variables.ts'
import { learningWords } from './words.ts'

/** The gradient of a layer's weights, of which one can be picked; without `variable`, the layer can be chosen too. */
export function WeightPicker(props: { readonly variable?: Variable }) {
  const { language, number } = useFigureWords()
  const words = learningWords[language]
  const { anatomy } = useSlowMotion()
  const free = usePlace(anatomy)
  // A stop that belongs to another layer shows the strongest of its own.
  const isOwn = props.variable === undefined || props.variable === free.variable
  const place = isOwn
    ? free
    : placeIn(anatomy, { variable: props.variable ?? free.variable, group: null, cell: null })
  const { variable, group, cell } = place
  const view = views[variable]
  const plane = `${variable}/weights/gradient` as const
  const select = useCallback((whole: Plane) => groupOf(whole, variable, group), [variable, group])
  const { mapWidth: columns, mapHeight: rows } = view
  const marks = (): Mark[] => [
    ...(view.mapCount > 1 ? [{ map: cell.map, row: 0, column: 0, rows, columns, look: 'ink' } as const] : []),
    { ...cell, rows: 1, columns: 1, look: 'accent' },
  ]
  const neuron = anatomy?.planes.get('fc1/neurons')?.values[group] ?? 0
  const groupName = words.groups[variable](
    number((variable === 'fc1' ? neuron : group) + (variable === 'fc2' ? 0 : 1)),
  )
  return (
    <FigurePart
      heading={words.gradientOf(words.variables[variable])}
      grow={1}
      narrowHeight="26rem"
      aside={
        props.variable !== undefined ? (
          <AnatomyLegend plane={plane} scale="signed" select={select} />
        ) : (
          <Choice
            name={words.variable}
            value={variable}
            options={variables.map((value) => ({ value, label: value }))}
            onChange={(next) => picked.setState({ variable: next, group: null, cell: null })}
          />
        )
      }
    >
      <div className={styles.scale}>
        {view.groups > 1 && (
          <Slider
            name={words.group[variable]}
            value={group}
            least={0}
            most={view.groups - 1}
            step={1}
            valueText={groupName}
            onChange={(next) => picked.setState({ variable, group: next, cell: null })}
          />
        )}
        {props.variable === undefined && <AnatomyLegend plane={plane} scale="signed" select={select} />}
      </div>
      <AnatomyMaps
        plane={plane}
        scale="signed"
        shape={view}
        select={select}
        marks={anatomy ? marks : undefined}
        onPick={(next) => picked.setState({ variable, group, cell: next })}
        hint={words.pickHint}
      />
    </FigurePart>
  )
}
