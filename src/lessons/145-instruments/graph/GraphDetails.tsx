/** All about the box that was chosen: what it takes and gives, and what it cost in the measured step. */
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { useFigureWords } from '../../../figures/useFigureWords.ts'
import { networkGraph } from '../../../network/graph.ts'
import styles from '../Machine.module.css'
import { machineWords } from '../machineWords.ts'
import { Name } from '../Name.tsx'
import { computedWith, costOf } from '../trace/sums.ts'
import { useTrace } from '../trace/tracedStep.ts'
import { hashOfLesson, lessonOfTap } from './lessonOfTap.ts'
import { boxAt, isWithin, nodesWithin } from './scopes.ts'
import { shapeText, tree, useCostText } from './useGraph.ts'
import { graphView } from './view.ts'

export function GraphDetails() {
  const { language, number, percent, words: common } = useFigureWords()
  const words = machineWords[language].graph
  const { chosen } = useStore(graphView)
  const trace = useTrace()
  const text = useCostText()
  const box = boxAt(tree, chosen)
  if (box === null) return null
  const { node } = box
  const cost = trace && costOf(trace, (name) => isWithin(name, box.id))
  const booked = trace?.operations.filter((operation) => operation.node === box.id) ?? []
  const kernels = [...new Set(booked.map(({ kernel }) => kernel))]
  const swallowed = [...new Set(booked.flatMap((operation) => operation.swallowed))]
  const mainNode =
    trace && nodesWithin(box).reduce<string | null>((so, one) => so ?? computedWith(trace, one.name), null)
  return (
    <section className={styles.details} aria-live="polite">
      <h2 className={styles.name}>
        <Name>{box.id}</Name>
      </h2>
      {node?.tap && <p className={styles.note}>{common.taps[node.tap]}</p>}
      <dl className={styles.facts}>
        <Fact name={node ? words.kind : words.scope}>
          {node?.operation ?? words.nodes(number(nodesWithin(box).length))}
        </Fact>
        {node?.shape && <Fact name={words.shape}>{shapeText(node.shape, words)}</Fact>}
        {node && node.inputs.length > 0 && (
          <Fact name={words.takes}>
            <Inputs names={node.inputs} />
          </Fact>
        )}
        {cost && trace && (
          <>
            <Fact name={words.time}>{words.share(text.ms(cost.ms), percent(cost.ms / trace.stepMs))}</Fact>
            <Fact name={words.writes}>{text.bytes(cost.bytes)}</Fact>
          </>
        )}
        {node && kernels.length > 0 && <Fact name={words.kernel}>{kernels.join(', ')}</Fact>}
        {swallowed.length > 0 && (
          <Fact name={words.swallowed}>
            <Inputs names={swallowed} />
          </Fact>
        )}
        {mainNode && !isWithin(mainNode, box.id) && (
          <Fact name={words.with}>
            <Name>{mainNode}</Name>
          </Fact>
        )}
      </dl>
      {trace && !cost && !mainNode && <p className={styles.note}>{words.notMeasured}</p>}
      {node?.tap && (
        <a
          className={styles.lesson}
          href={hashOfLesson(globalThis.location?.hash ?? '', lessonOfTap[node.tap])}
        >
          {words.lesson}
        </a>
      )}
    </section>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

const shapes = new Map(networkGraph().map(({ name, shape }) => [name, shape]))

function Inputs({ names }: { readonly names: readonly string[] }) {
  const { language } = useFigureWords()
  const words = machineWords[language].graph
  return names.map((name) => {
    const shape = shapes.get(name)
    return (
      <span key={name} className={styles.input}>
        <Name>{name}</Name>
        {shape && <span className={styles.shape}> {shapeText(shape, words)}</span>}
      </span>
    )
  })
}
