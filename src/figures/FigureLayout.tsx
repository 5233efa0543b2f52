/** The frame of every figure: parts with headings, and a last line with legend and scale. */
import { type CSSProperties, type ReactNode, useId } from 'react'
import { useStore } from 'zustand'
import { Choice } from '../ui/Choice.tsx'
import { askToSave } from '../ui/savable.ts'
import { useLentScale } from '../ui/twins.ts'
import { useLook } from '../ui/useLook.ts'
import { useIsDifference } from './difference.ts'
import styles from './FigureLayout.module.css'
import { type ScaleScope, scaleScope } from './scale.ts'
import { useFigureWords } from './useFigureWords.ts'

/** Fills the figure area; its parts share the height. */
export function FigureLayout({ children }: { readonly children: ReactNode }) {
  return <div className={styles.figure}>{children}</div>
}

/** One picture with its heading. `grow` parts share the height that is left, by their weight. */
export function FigurePart(props: {
  readonly heading: ReactNode
  readonly aside?: ReactNode
  readonly grow?: number
  /** Height where parts stand one below the other, for a picture that is flatter than wide, e.g. `14rem`. */
  readonly narrowHeight?: string
  /** The name by which phrases of the text speak of this part: `<Look at="…">`. */
  readonly look?: string
  /** It can show the difference of a comparison: its pictures show single values, each of which can be subtracted. */
  readonly difference?: boolean
  readonly children: ReactNode
}) {
  const isDifference = useIsDifference()
  const { heading, aside, grow = 0, narrowHeight, children } = props
  const look = useLook(props.look)
  const headingId = useId()
  return (
    <section
      className={styles.part}
      data-part
      data-grows={grow > 0 || undefined}
      {...look.props}
      style={
        {
          ...(grow > 0 && { flexGrow: grow }),
          ...(narrowHeight && { '--narrow-height': narrowHeight }),
        } as CSSProperties // A custom property: React passes it on, its types know none.
      }
    >
      <div className={styles.head}>
        <div className={styles.title}>
          <h2 id={headingId} className={styles.heading}>
            {heading}
          </h2>
          <SaveButton headingId={headingId} />
        </div>
        {aside}
      </div>
      {isDifference && !props.difference ? <NoDifference /> : children}
    </section>
  )
}

/** What stands where a difference would say nothing. */
export function NoDifference() {
  const { words } = useFigureWords()
  return <p className={styles.none}>{words.noDifference}</p>
}

/** Saves what the part shows. In sight only when it is needed: under the pointer, with the focus, and where fingers point. */
function SaveButton({ headingId }: { readonly headingId: string }) {
  const { words } = useFigureWords()
  const id = useId()
  return (
    <button
      id={id}
      type="button"
      className={styles.save}
      data-printless
      aria-label={words.savePicture}
      aria-labelledby={`${id} ${headingId}`}
      aria-haspopup="dialog"
      title={words.savePicture}
      onClick={({ currentTarget }) => askToSave(currentTarget.closest('section') ?? 'screen')}
    >
      <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" aria-hidden="true">
        <path d="M8 2v8M4.500 7 8 10.500 11.500 7M3 13.500h10" strokeWidth="1.5" strokeLinecap="round" />
      </svg>
    </button>
  )
}

/** Parts side by side; one below the other where it is narrow. */
export function FigureRow({ children, grow = 0 }: { readonly children: ReactNode; readonly grow?: number }) {
  return (
    <div
      className={styles.row}
      style={grow > 0 ? { flexGrow: grow } : undefined}
      data-grows={grow > 0 || undefined}
    >
      {children}
    </div>
  )
}

/** Parts one below the other, as one part of a row; `grow` is its share of the row's width. */
export function FigureColumn({
  children,
  grow = 1,
}: {
  readonly children: ReactNode
  readonly grow?: number
}) {
  return (
    <div className={styles.column} style={{ flexGrow: grow }}>
      {children}
    </div>
  )
}

/** The last line: legends on the left, the choice of scale on the right. */
export function FigureFoot({
  children,
  scale = true,
}: {
  readonly children?: ReactNode
  readonly scale?: boolean
}) {
  const isLent = useLentScale(scale)
  return (
    <div className={styles.foot}>
      {children}
      {scale && !isLent && <ScaleChoice />}
    </div>
  )
}

const scopes: readonly ScaleScope[] = ['map', 'layer', 'network']

export function ScaleChoice() {
  const { words } = useFigureWords()
  const { scope } = useStore(scaleScope)
  return (
    <Choice
      name={words.scaleScope}
      value={scope}
      options={scopes.map((value) => ({ value, label: words.scopes[value] }))}
      onChange={(next) => scaleScope.setState({ scope: next })}
    />
  )
}
