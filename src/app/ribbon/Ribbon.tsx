/** The whole network, always, live. The lesson's stage is lit; every stage leads to its lesson. */
import { Fragment, useEffect, useRef } from 'react'
import { useFormat, useWords } from '../../i18n/useLanguage.ts'
import { lessons, lessonWithId } from '../../lessons/registry.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { hrefOfLesson, type Screen } from '../useScreen.ts'
import { Answer, MapPicture, ProbabilityPicture } from './pictures.tsx'
import styles from './Ribbon.module.css'
import { pictureSize, type StageSpec, sizesText, stages, tight } from './stages.ts'
import { useRibbonLayout } from './useRibbonLayout.ts'

const taps = [...new Set(stages.map(({ tap }) => tap))]

export function Ribbon({ screen }: { readonly screen: Screen }) {
  const { network } = useWords()
  const { frames } = useRunHandle()
  const row = useRef<HTMLOListElement>(null)
  const { layout, ratio } = useRibbonLayout(row)
  const lit = screen.lesson.stage
  useEffect(() => frames.watch(taps), [frames])

  // Where the ribbon scrolls, the lesson's stage comes into sight; whoever draws looks at the answer.
  const inSight = screen.lesson.id === 'your-digit' ? 'answer' : lit
  const scrolls = layout?.scrolls
  useEffect(() => {
    const stage = row.current?.querySelector<HTMLElement>(`[data-stage="${inSight}"]`)
    if (!row.current || !scrolls) return
    // In the middle; a stage wider than the ribbon begins at its left edge, where its name stands.
    const spare = stage ? Math.max(0, row.current.clientWidth - stage.offsetWidth) : 0
    row.current.scrollTo({ left: stage ? stage.offsetLeft - spare / 2 : 0 })
  }, [inSight, scrolls])

  return (
    <nav className={styles.ribbon} aria-label={network.ribbon}>
      <ol
        ref={row}
        className={styles.row}
        data-tight={layout?.arrangements === tight || undefined}
        data-scrolls={layout?.scrolls || undefined}
        tabIndex={layout?.scrolls ? 0 : undefined}
      >
        {stages.map((spec, index) => (
          <Fragment key={spec.stage}>
            {index > 0 && <li className={styles.arrow} aria-hidden="true" />}
            <li
              className={styles.stage}
              data-stage={spec.stage}
              data-lit={lit === spec.stage || lit === 'all' || undefined}
            >
              {layout && (
                <div className={styles.picture} style={roomOf(spec, layout, ratio)}>
                  <Picture spec={spec} layout={layout} ratio={ratio} />
                </div>
              )}
              <StageLink spec={spec} screen={screen} lit={lit === spec.stage} />
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  )
}

type Layout = NonNullable<ReturnType<typeof useRibbonLayout>['layout']>

/** A pixel more than the picture: rounding must not take away a row of values. */
function roomOf(spec: StageSpec, layout: Layout, ratio: number) {
  const { width, height } = pictureSize(spec, layout)
  return { inlineSize: `${Math.ceil(width / ratio)}px`, blockSize: `${Math.ceil(height / ratio)}px` }
}

function Picture({ spec, layout, ratio }: { spec: StageSpec; layout: Layout; ratio: number }) {
  if (spec.stage === 'answer') return <Answer />
  if (spec.stage === 'fc2') return <ProbabilityPicture />
  return (
    <MapPicture spec={spec} columns={layout.arrangements[spec.stage].columns} gap={layout.unit / ratio} />
  )
}

function StageLink({ spec, screen, lit }: { spec: StageSpec; screen: Screen; lit: boolean }) {
  const { network } = useWords()
  const format = useFormat()
  const lesson = lessonWithId(spec.lesson) ?? lessons.find(({ stage }) => stage === spec.stage)
  const sizes = sizesText(spec.sizes, format.count)
  const label = (
    <>
      {network.stages[spec.stage]} <span>{sizes}</span>
    </>
  )
  if (!lesson) return <span className={styles.label}>{label}</span>
  return (
    <a
      className={styles.label}
      href={hrefOfLesson(screen.address, lesson)}
      aria-current={lit ? 'step' : undefined}
      title={network.goTo(lesson.title[screen.language])}
    >
      {label}
    </a>
  )
}
