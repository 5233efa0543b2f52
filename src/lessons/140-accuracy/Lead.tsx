import { useMemo } from 'react'
import { FigurePart } from '../../figures/FigureLayout.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { imageSide } from '../../network/spec.ts'
import { largestMagnitude } from '../../paint/mapGrid.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { useWatch } from '../../session/useWatch.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { MapStage } from '../../ui/MapStage.tsx'
import styles from './Figure.module.css'
import { leadOf, leadPlane, type Pair } from './lead.ts'
import { accuracyWords } from './words.ts'

const image = { mapCount: 1, mapHeight: imageSide, mapWidth: imageSide }

/** Which pixels of the watched digit put the logit of its wrong answer ahead of that of its label. */
export function Lead({ answer, label }: Pair) {
  const now = useLeadText({ answer, label })
  const { frames } = useRunHandle()
  const { language, number } = useFigureWords()
  const words = accuracyWords[language]
  useWatch([`trace/fc2/${answer}/input`, `trace/fc2/${label}/input`, 'fc2'])
  const source = useMemo(() => {
    let done: { readonly frame: unknown; readonly plane: ReturnType<typeof leadPlane> } | null = null
    return {
      read() {
        const frame = frames.latest()
        if (!frame) return null
        if (done?.frame !== frame) done = { frame, plane: leadPlane(frame.planes, { answer, label }) }
        return done.plane && { plane: done.plane, step: frame.step }
      },
      subscribe: frames.subscribe,
    }
  }, [frames, answer, label])
  const [one, other] = [number(answer), number(label)]
  return (
    <FigurePart heading={words.lead(one, other)} grow={1} narrowHeight="16rem">
      <MapStage
        name={words.lead(one, other)}
        describe={now}
        source={source}
        shape={image}
        kind="signed"
        limitOf={(plane) => largestMagnitude(plane) || 1}
        view="figure"
        readout={{
          cell: ({ row, column }, value) =>
            words.leadCell(number(row + 1), number(column + 1), number(value, 3)),
          hint: words.leadHint(one, other),
        }}
      />
    </FigurePart>
  )
}

/** By how much the answer is ahead at this moment: the network may have learned since it was wrong. */
export function LeadNow(pair: Pair) {
  const { frames } = useRunHandle()
  return <LiveText as="p" className={styles.hint} read={useLeadText(pair)} subscribe={frames.subscribe} />
}

function useLeadText({ answer, label }: Pair): () => string {
  const { frames } = useRunHandle()
  const { language, number } = useFigureWords()
  const words = accuracyWords[language]
  return () => {
    const frame = frames.latest()
    const lead = frame && leadOf(frame.planes, { answer, label })
    if (!frame || lead === null) return words.waiting
    const [ahead, behind] = lead >= 0 ? [answer, label] : [label, answer]
    return words.leadNow(number(frame.step), number(ahead), number(behind), number(Math.abs(lead), 2))
  }
}
