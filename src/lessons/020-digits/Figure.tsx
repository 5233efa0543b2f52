import { FigureLayout, FigurePart } from '../../figures/FigureLayout.tsx'
import { useChoice } from '../../figures/kept.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useDigits } from '../../session/useDigits.ts'
import { useRun } from '../../session/useRun.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { narrowPage, useMedia } from '../../ui/useMedia.ts'
import { ClassChoice } from './ClassChoice.tsx'
import { pageStart, turnPage } from './explain.ts'
import styles from './Figure.module.css'
import { OneHot } from './OneHot.tsx'
import { SplitBar } from './SplitBar.tsx'
import { Wall } from './Wall.tsx'
import { digitsWords } from './words.ts'

const splits = ['test', 'train'] as const
type Split = (typeof splits)[number]

export function Figure() {
  const { language, number } = useFigureWords()
  const words = digitsWords[language]
  const data = useRun((state) => state.data)
  const [split, setSplit] = useChoice<Split>('split', 'test')
  const [label, setLabel] = useChoice<number | null>('label', null)
  const [first, setFirst] = useChoice('first', 0)
  const isNarrow = useMedia(narrowPage)
  const isTall = useMedia('(min-height: 56rem)')
  const perPage = isNarrow ? 24 : isTall ? 48 : 36
  const offset = pageStart(first, perPage)
  const digits = useDigits({ split, label, offset, count: perPage })

  if (data === null) return <p>{words.loading}</p>
  const counts = split === 'test' ? data.testClassCounts : data.trainClassCounts
  const matching = label === null ? data[split] : counts[label]
  const range =
    matching === 0
      ? words.none
      : words.range(number(offset + 1), number(Math.min(offset + perPage, matching)), number(matching))
  const turn = (back: boolean) => setFirst(turnPage(offset, { matching, perPage, back }))

  return (
    <FigureLayout>
      <FigurePart
        heading={words.inUse(words.sources[data.source], number(data.train + data.validation + data.test))}
        look="splits"
      >
        <SplitBar data={data} shown={split} />
      </FigurePart>
      <div>
        <ClassChoice
          data={data}
          split={split}
          value={label}
          onChange={(next) => {
            setLabel(next)
            setFirst(0)
          }}
        />
        <OneHot />
      </div>
      <FigurePart
        heading={
          <Choice
            name={words.split}
            value={split}
            options={splits.map((value) => ({ value, label: words.splits[value] }))}
            onChange={(next) => {
              setSplit(next)
              setFirst(0)
            }}
          />
        }
        aside={
          <div className={styles.pages}>
            <Button size="small" disabled={offset === 0} onClick={() => turn(true)}>
              {words.previous}
            </Button>
            <span className={styles.range}>{range}</span>
            <Button size="small" disabled={offset + perPage >= matching} onClick={() => turn(false)}>
              {words.next}
            </Button>
          </div>
        }
        look="wall"
        grow={1}
      >
        <Wall digits={digits} split={split} count={perPage} range={range} />
      </FigurePart>
    </FigureLayout>
  )
}
