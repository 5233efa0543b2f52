import { useMemo } from 'react'
import { FigurePart } from '../../figures/FigureLayout.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { formatOf } from '../../i18n/format.ts'
import { answerOf } from '../../math/softmax.ts'
import { classCount } from '../../network/spec.ts'
import { BarStage } from '../../ui/BarStage.tsx'
import { AdamStop } from './AdamStop.tsx'
import { AnatomyLegend, AnatomyMaps } from './AnatomyMaps.tsx'
import { BatchStop } from './BatchStop.tsx'
import { CheckStop } from './CheckStop.tsx'
import { FilterStop } from './FilterStop.tsx'
import type { Picture } from './stops.ts'
import { useAnatomySource } from './useSlowMotion.ts'
import { WeightPicker } from './WeightPicker.tsx'
import { learningWords } from './words.ts'

/** A picture of a stop, with its heading. */
export function Pictured({ picture }: { readonly picture: Picture }) {
  const { language } = useFigureWords()
  const words = learningWords[language]
  switch (picture.kind) {
    case 'maps':
      return (
        <FigurePart
          heading={words.planes[picture.plane]}
          aside={<AnatomyLegend plane={picture.plane} scale={picture.scale} />}
          grow={1}
          narrowHeight="24rem"
        >
          <AnatomyMaps plane={picture.plane} scale={picture.scale} />
        </FigurePart>
      )
    case 'ten':
      return (
        <FigurePart heading={words.planes[picture.plane]} grow={1} narrowHeight="16rem">
          <Ten plane={picture.plane} />
        </FigurePart>
      )
    case 'weights':
      return <WeightPicker variable={picture.variable} />
    case 'batch':
      return <BatchStop />
    case 'adam':
      return <AdamStop />
    case 'filter':
      return <FilterStop />
    case 'check':
      return <CheckStop />
    default:
      return picture satisfies never
  }
}

const unit = { lowest: 0, highest: 1 } as const

/** Ten numbers as bars; of the right digit's and the answer's, the largest is marked. */
function Ten({ plane }: { readonly plane: 'fc2' | 'softmax' | 'fc2/gradient' }) {
  const { language, number } = useFigureWords()
  const words = learningWords[language]
  const source = useAnatomySource(plane)
  const textOf = useMemo(() => {
    const format = formatOf(language)
    return (value: number) => (plane === 'fc2/gradient' ? format.decimal(value, 4) : format.decimal(value, 2))
  }, [language, plane])
  return (
    <BarStage
      name={words.planes[plane]}
      describe={() =>
        Array.from(source.read()?.plane.values ?? [], (value, digit) => `${digit}: ${textOf(value)}`).join(
          '; ',
        )
      }
      source={source}
      kind={plane === 'softmax' ? 'unsigned' : 'signed'}
      range={plane === 'softmax' ? unit : undefined}
      valueOf={textOf}
      nameOf={(index) => number(index)}
      marked={(values) => (plane === 'fc2/gradient' ? -1 : answerOf(values, 0, classCount))}
      readout={{
        bar: (index, value) => words.ofDigit(number(index), formatOf(language).significant(value, 3)),
        hint: words.hintTen,
      }}
      tap={plane}
      view="record"
    />
  )
}
