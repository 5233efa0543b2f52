/** Keeps together at the end of a line what is read as one: 5 × 5, 28 × 28 × 1, p = 0.1. */

/** A remark plugin. Code and formulas are left alone: they hold no text of their own. */
export function unbroken() {
  return (tree) => keepTogether(tree)
}

function keepTogether(node) {
  if (node.type === 'text') node.value = withoutBreaks(node.value)
  for (const child of node.children ?? []) keepTogether(child)
}

const SPACE = '\u00a0'

export function withoutBreaks(text) {
  return text
    .replace(/(?<=\d) × (?=\d)/g, `${SPACE}×${SPACE}`)
    .replace(/(?<=\b[a-z]) = (?=[\d−]+)/g, `${SPACE}=${SPACE}`)
}
