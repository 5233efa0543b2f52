import { useCallback } from 'react'
import { type CellStore, useCellStore } from '../../figures/cellStore.ts'
import { useIsDifference } from '../../figures/difference.ts'
import { FigureFoot, FigureLayout, FigurePart, FigureRow } from '../../figures/FigureLayout.tsx'
import { useChoice } from '../../figures/kept.ts'
import { mapShapeOf } from '../../figures/scale.ts'
import { TapLegend, TapMaps } from '../../figures/TapMaps.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { Mark } from '../../paint/surface.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { useWatch } from '../../session/useWatch.ts'
import { Choice } from '../../ui/Choice.tsx'
import { LiveText } from '../../ui/LiveText.tsx'
import { useMedia } from '../../ui/useMedia.ts'
import { Collapse } from './Collapse.tsx'
import { Curve } from './Curve.tsx'
import { shareOfZeros, silentMaps } from './explain.ts'
import styles from './Figure.module.css'
import { type Looked, lookedAt, type ReluLayer, reluLayers } from './layers.ts'
import { OneMap } from './OneMap.tsx'
import { reluWords } from './words.ts'

export function Figure() {
  const { language } = useFigureWords()
  const words = reluWords[language]
  const [layer, setLayer] = useChoice<ReluLayer>('layer', 'conv1')
  const [hasRelu, setHasRelu] = useChoice('hasRelu', true)
  const places = {
    conv1: useCellStore({ map: 6, row: 11, column: 16 }, mapShapeOf('conv1')),
    conv2: useCellStore({ map: 0, row: 6, column: 7 }),
    fc1: useCellStore({ map: 0, row: 0, column: 16 }),
  }
  const chosen = places[layer]
  const looked = lookedAt(layer, hasRelu)
  useWatch([looked.before, looked.after])
  // On a tall screen, the small maps get the few lines they lack for the next zoom.
  const isTall = useMedia('(min-height: 60rem)')

  return (
    <FigureLayout>
      <div className={styles.choices}>
        <Choice
          name={words.layer}
          value={layer}
          options={reluLayers.map((value) => ({ value, label: value }))}
          onChange={setLayer}
        />
        <Choice
          name={words.relu}
          value={hasRelu ? 'on' : 'off'}
          options={(['on', 'off'] as const).map((value) => ({ value, label: words[value] }))}
          onChange={(next) => setHasRelu(next === 'on')}
        />
        {!hasRelu && <p className={styles.warning}>{words.onlyHere}</p>}
      </div>
      <FigureRow grow={isTall ? 10.4 : 11.2}>
        <OneMap looked={looked} side="before" look="one-before" chosen={chosen} />
        <OneMap looked={looked} side="after" look="one-after" chosen={chosen} />
        <FigurePart
          heading={hasRelu ? words.curve : words.straight}
          look="curve"
          grow={1}
          narrowHeight="18rem"
        >
          <Curve looked={looked} chosen={chosen} />
        </FigurePart>
      </FigureRow>
      {!hasRelu && <Collapse chosen={places.conv1} filters={places.conv2} />}
      {hasRelu && layer !== 'fc1' && <AllMaps looked={looked} chosen={chosen} grow={isTall ? 9.6 : 8.8} />}
      <FigureFoot>
        <div className={styles.legends}>
          <TapLegend tap={looked.before} note={null} />
          {hasRelu && <TapLegend tap={looked.after} note={null} />}
        </div>
      </FigureFoot>
    </FigureLayout>
  )
}

/** All maps of the layer before and after, with the share of zeros above. */
function AllMaps(props: { readonly looked: Looked; readonly chosen: CellStore; readonly grow: number }) {
  const { looked, chosen, grow } = props
  const { frames } = useRunHandle()
  const { language, number, percent } = useFigureWords()
  const words = reluWords[language]
  const { before, after, shape } = looked
  const isDifference = useIsDifference()
  const zeros = useCallback(() => {
    const plane = frames.latest()?.planes.get(after)
    if (!plane) return ''
    const silent = silentMaps(plane, shape)
    return [
      words.zerosAll(percent(shareOfZeros(plane.values), 0)),
      silent > 0 ? words.silent(number(silent), number(shape.mapCount)) : '',
    ].join('')
  }, [frames, words, number, percent, after, shape])
  const mapsProps = {
    marks: (): Mark[] => [{ ...chosen.getState().cell, rows: 1, columns: 1, look: 'accent' }],
    follow: chosen,
    onPoint: chosen.point,
    onPick: chosen.hold,
    hint: words.mapsHint,
  }
  return (
    <FigureRow grow={grow}>
      <FigurePart heading={words.before(number(shape.mapCount))} look="before" grow={1} difference>
        <TapMaps key={before} tap={before} {...mapsProps} />
      </FigurePart>
      <FigurePart
        heading={words.after(number(shape.mapCount))}
        look="after"
        difference
        aside={
          isDifference ? undefined : (
            <LiveText className={styles.all} read={zeros} subscribe={frames.subscribe} />
          )
        }
        grow={1}
      >
        <TapMaps key={after} tap={after} {...mapsProps} />
      </FigurePart>
    </FigureRow>
  )
}
