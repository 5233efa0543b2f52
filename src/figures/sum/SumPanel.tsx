/** How the open number came about, beside the figure: the place, the way there, the sum, live. */
import { useContext, useEffect, useId, useRef, useState } from 'react'
import type { Site } from '../../sums/explanation.ts'
import { layerOf } from '../../sums/layer.ts'
import { placeText } from '../../sums/placeText.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { LiveText } from '../../ui/LiveText.tsx'
import { StandingContext } from '../../ui/twins.ts'
import { ConvolutionSum } from './ConvolutionSum.tsx'
import { Copying } from './Copying.tsx'
import { FullySum } from './FullySum.tsx'
import { PoolingSum } from './PoolingSum.tsx'
import { DropoutSum, ParameterSum, PixelSum } from './SmallSums.tsx'
import { SoftmaxSum } from './SoftmaxSum.tsx'
import styles from './SumPanel.module.css'
import { TraceView } from './Trace.tsx'
import { traceFrom } from './traceOf.ts'
import { goBackTo, takeMoved, trailTo } from './trail.ts'
import { useClosing } from './useClosing.ts'
import { type Sum, sumOf, useSum } from './useSum.ts'
import { useSumWords } from './useSumWords.ts'

export type SumPanelProps = {
  readonly site: Site
  /** Whether closing it shows the text again. */
  readonly coversText: boolean
}

export function SumPanel({ site, coversText }: SumPanelProps) {
  const { words, number } = useSumWords()
  const sum = useSum(site)
  const title = useId()
  const standing = useContext(StandingContext)
  const panel = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const close = useClosing(panel, heading)
  const place = placeText(site, words, number)
  // In a comparison there are two of them.
  const name = standing
    ? { 'aria-label': `${standing.side.toUpperCase()}: ${words.title}` }
    : { 'aria-labelledby': title }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number begins at its top
  useEffect(() => {
    panel.current?.scrollTo(0, 0)
    if (takeMoved()) heading.current?.focus({ preventScroll: true })
  }, [site])

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be in reach of the keyboard
    <section ref={panel} className={styles.panel} {...name} tabIndex={0} data-scrolls>
      <div className={styles.head}>
        <h2 ref={heading} id={title} tabIndex={-1} className={styles.title}>
          {words.title}
        </h2>
        <Button onClick={close}>{coversText ? words.toText : words.close}</Button>
      </div>
      <Way site={site} />
      <p className={styles.number}>
        <span aria-live="polite">{place}</span>
        <Value sum={sum} />
      </p>
      <Views key={JSON.stringify(site)} sum={sum} />
    </section>
  )
}

/** The numbers one came through, each a link back. */
function Way({ site }: { readonly site: Site }) {
  const { words, number } = useSumWords()
  const sites = trailTo(site)
  if (sites.length < 2) return null
  return (
    <nav aria-label={words.way}>
      <ol className={styles.way}>
        {sites.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a way grows and shrinks at its end.
          <li key={index}>
            {index === sites.length - 1 ? (
              <span aria-current="step">{words.layers[one.tap]}</span>
            ) : (
              <button
                type="button"
                className={styles.link}
                title={placeText(one, words, number)}
                onClick={() => goBackTo(index)}
              >
                {words.layers[one.tap]}
              </button>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The number itself, and which step and digit it belongs to. */
function Value({ sum }: { readonly sum: Sum }) {
  const { words, number, percent, print } = useSumWords()
  const value = () => {
    const explanation = sum.read()
    if (!explanation) return ''
    return sum.site.tap === 'softmax' ? percent(explanation.value, 2) : print(explanation.value)
  }
  const whose = () => {
    const frame = sum.frame()
    if (!frame || !sum.read()) return words.waiting
    const { digit, label, step } = frame
    const which =
      digit.from === 'drawing'
        ? words.drawing
        : words.digits[digit.from](number(digit.index), label === null ? '?' : number(label))
    return `${words.step(number(step))}, ${which}`
  }
  return (
    <>
      <LiveText className={styles.big} read={value} subscribe={sum.subscribe} />
      <LiveText className={styles.note} read={whose} subscribe={sum.subscribe} />
    </>
  )
}

type View = 'sum' | 'trace'

/** The sum, and where it can be followed to the pixels, the trace. */
function Views({ sum }: { readonly sum: Sum }) {
  const { words } = useSumWords()
  const [view, setView] = useState<View>('sum')
  const trace = traceFrom(sum.site)
  return (
    <>
      {trace && (
        <Choice
          name={words.views}
          value={view}
          options={[
            { value: 'sum', label: words.viewSum },
            { value: 'trace', label: words.viewTrace },
          ]}
          onChange={setView}
        />
      )}
      {trace && view === 'trace' ? (
        <TraceView trace={trace} />
      ) : (
        <>
          <Body sum={sum} />
          <Copying sum={sum} />
        </>
      )}
    </>
  )
}

function Body({ sum }: { readonly sum: Sum }) {
  const { kind } = layerOf(sum.site.tap)
  switch (kind) {
    case 'pixel':
      return <PixelSum sum={sumOf(sum, kind)} />
    case 'convolution':
      return <ConvolutionSum sum={sumOf(sum, kind)} />
    case 'pooling':
      return <PoolingSum sum={sumOf(sum, kind)} />
    case 'fully-connected':
      return <FullySum sum={sumOf(sum, kind)} />
    case 'dropout':
      return <DropoutSum sum={sumOf(sum, kind)} />
    case 'softmax':
      return <SoftmaxSum sum={sumOf(sum, kind)} />
    case 'parameter':
      return <ParameterSum sum={sumOf(sum, kind)} />
    default:
      return kind satisfies never
  }
}
