import { useMemo } from 'react'
import { FigureColumn, FigurePart, FigureRow } from '../../figures/FigureLayout.tsx'
import { useChoice } from '../../figures/kept.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { classCount } from '../../network/spec.ts'
import type { Evaluation } from '../../protocol/evaluation.ts'
import { useLook } from '../../ui/useLook.ts'
import { CountMatrix } from '../../ui/vis/CountMatrix.tsx'
import { imagesOf } from './answers.ts'
import { DigitPages } from './DigitPages.tsx'
import { largestMixUp, rowsOf } from './explain.ts'
import styles from './Figure.module.css'
import { accuracyWords } from './words.ts'

const classes = Array.from({ length: classCount }, (_, digit) => digit)

type Cell = { readonly label: number; readonly answer: number }

/** The confusion matrix, and the test images of one of its cells. */
export function Confusions({ evaluation }: { readonly evaluation: Evaluation }) {
  const { confusion } = evaluation
  const { language, number } = useFigureWords()
  const words = accuracyWords[language]
  const diagonal = useLook('diagonal')
  const [chosen, setChosen] = useChoice<Cell | null>('confusions/chosen', null)
  const rows = useMemo(() => rowsOf(confusion), [confusion])
  const largest = useMemo(() => largestMixUp(confusion), [confusion])
  const { label, answer } = chosen ?? largest
  return (
    <FigureRow grow={1}>
      <FigureColumn grow={11}>
        <FigurePart heading={words.matrix} look="matrix" grow={1} narrowHeight="24rem">
          <CountMatrix
            name={words.matrix}
            rows={rows}
            names={classes.map((digit) => number(digit))}
            xName={words.answer}
            yName={words.label}
            chosen={{ row: label, column: answer }}
            cellName={(cell, count) => words.cellName(number(cell.row), number(cell.column), number(count))}
            onChoose={(cell) => setChosen({ label: cell.row, answer: cell.column })}
            diagonalLit={diagonal.lit}
          />
          <p className={styles.hint}>{words.matrixHint}</p>
        </FigurePart>
      </FigureColumn>
      <FigureColumn grow={10}>
        <CellImages key={`${label} ${answer}`} evaluation={evaluation} cell={{ label, answer }} />
      </FigureColumn>
    </FigureRow>
  )
}

function CellImages({ evaluation, cell }: { readonly evaluation: Evaluation; readonly cell: Cell }) {
  const { label, answer } = cell
  const { answers, confusion } = evaluation
  const { language, number, percent } = useFigureWords()
  const words = accuracyWords[language]
  const images = useMemo(
    () => (answers ? imagesOf(answers, { label, answer }) : null),
    [answers, label, answer],
  )
  const count = number(confusion[label * classCount + answer])
  const isRight = label === answer
  const heading = isRight
    ? words.cellRight(number(label), count)
    : words.cellWrong(number(label), number(answer), count)
  const buttons = useMemo(
    () =>
      (images ?? []).map((image) => ({
        index: image.index,
        name: words.mistakeName(
          number(image.index),
          number(image.label),
          number(image.answer),
          percent(image.probability),
        ),
        captions: [percent(image.probability, 0)],
      })),
    [images, words, number, percent],
  )
  return (
    <FigurePart
      heading={heading}
      aside={
        <span className={styles.note}>{images?.length ? words.sorted[isRight ? 'right' : 'wrong'] : ''}</span>
      }
    >
      {images === null ? (
        <p className={styles.text}>{words.listsGone}</p>
      ) : images.length === 0 ? (
        <p className={styles.text}>{words.emptyCell}</p>
      ) : (
        <DigitPages buttons={buttons} pageSize={15} />
      )}
    </FigurePart>
  )
}
