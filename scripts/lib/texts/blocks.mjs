/**
 * What texts of lessons may hold besides Markdown: formulas (```math, and `$x$` within a line), the project's own source
 * (```source file=src/math/relu.ts name=relu) and highlighted code (```python). All become HTML at build time.
 */
import { declarationIn } from './declaration.mjs'
import { mathMl } from './formula.mjs'
import { codeLanguages, highlighted } from './highlight.mjs'

/** A remark plugin. A block that cannot be made fails the build with file, line and sentence. */
export function lessonBlocks() {
  return async (tree, file) => {
    for (const { node, parent } of codeIn(tree)) {
      try {
        const made = await blockOf(node)
        if (made) parent.children[parent.children.indexOf(node)] = made
      } catch (error) {
        file.fail(error.message, node)
      }
    }
  }
}

function codeIn(parent) {
  return (parent.children ?? []).flatMap((node) =>
    ['code', 'inlineCode'].includes(node.type) ? [{ node, parent }] : codeIn(node),
  )
}

async function blockOf(node) {
  if (node.type === 'inlineCode') {
    const tex = /^\$(.+)\$$/.exec(node.value)?.[1]
    return tex ? component('Formula', { html: mathMl(tex, { display: false }) }, 'mdxJsxTextElement') : null
  }
  if (node.lang === 'math')
    return component('Formula', { html: mathMl(node.value, { display: true }), display: 'block' })
  if (node.lang === 'source') {
    const { file, name } = sourceOf(node.meta)
    const code = await highlighted(declarationIn(file, name), 'ts')
    return component('Code', { html: code, file, language: 'ts' })
  }
  if (codeLanguages.includes(node.lang))
    return component('Code', { html: await highlighted(node.value, node.lang), language: node.lang })
  throw new Error(
    `A block of code says what it is: math, source, ${codeLanguages.join(' or ')}; this one says “${node.lang ?? ''}”.`,
  )
}

/** `file=… name=…` of a source block. */
export function sourceOf(meta) {
  const values = Object.fromEntries(
    [...(meta ?? '').matchAll(/(\w+)=(\S+)/g)].map(([, key, value]) => [key, value]),
  )
  if (!values.file || !values.name)
    throw new Error('A source block needs a file and a name, e.g. ```source file=src/math/relu.ts name=relu')
  return values
}

function component(name, props, type = 'mdxJsxFlowElement') {
  const attributes = Object.entries(props).map(([name, value]) => ({ type: 'mdxJsxAttribute', name, value }))
  return { type, name, attributes, children: [] }
}

/** The files that a text takes source from, from the project's root. */
export function sourcesIn(text) {
  return [...text.matchAll(/^ *```source (.*)$/gm)].map(([, meta]) => sourceOf(meta).file)
}
