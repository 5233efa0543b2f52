/** Finds words that a component shows a user, in its syntax tree. */
import { parseAst } from 'vite'

const READ_OUT = [
  'title',
  'alt',
  'placeholder',
  'label',
  'aria-label',
  'aria-description',
  'aria-roledescription',
]

type Node = { readonly type: string } & Record<string, unknown>

/** Text between tags, texts in braces between tags, and attributes that are read out, with two letters in a row. */
export function visibleWords(tsx: string): string[] {
  const found: string[] = []
  visit(parseAst(tsx, { lang: 'tsx' }) as unknown as Node, found)
  return found.map((text) => text.trim()).filter((text) => /\p{L}{2}/u.test(text))
}

function visit(node: Node, found: string[]): void {
  if (node.type === 'JSXText') found.push(String(node.value))
  if (node.type === 'JSXAttribute') {
    const name = (node.name as Node).name
    if (READ_OUT.includes(String(name)) && isNode(node.value)) found.push(...texts(node.value))
  }
  for (const child of Object.values(node).flat()) {
    if (!isNode(child)) continue
    // `{'text'}` as a child shows the text; in an attribute it may be anything.
    if (child.type === 'JSXExpressionContainer' && node.type !== 'JSXAttribute') found.push(...texts(child))
    visit(child, found)
  }
}

/** String literals that stand there directly, or as the branches of a condition. */
function texts(node: Node): string[] {
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : []
  if (node.type === 'TemplateLiteral') {
    return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked)
  }
  const parts = [node.expression, node.consequent, node.alternate]
  const opens = ['JSXExpressionContainer', 'ConditionalExpression'].includes(node.type)
  return opens ? parts.filter(isNode).flatMap(texts) : []
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}
