/** Cuts a named declaration, with the comment that belongs to it, out of the project's own source. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'vite'
import { PROJECT } from '../paths.mjs'

/** The text of `name` in `file` (a path from the project's root). Throws with a sentence when it is not there. */
export function declarationIn(file, name) {
  const path = join(PROJECT, file)
  if (!existsSync(path)) throw new Error(`There is no file ${file} to take “${name}” from.`)
  return declarationOf(readFileSync(path, 'utf8'), name, file)
}

/** The same for a text; `file` is for the sentence when `name` is not in it. */
export function declarationOf(text, name, file) {
  const { body } = parseAst(text, { lang: file.endsWith('x') ? 'tsx' : 'ts' })
  const found = body.find((node) => namesOf(node.declaration ?? node).includes(name))
  if (!found) {
    const others = body.flatMap((node) => namesOf(node.declaration ?? node)).join(', ')
    throw new Error(`There is no “${name}” in ${file}. At its top level stand: ${others}.`)
  }
  return text.slice(startWithComment(text, found.start), found.end)
}

/** The names that a statement of the top level declares. */
function namesOf(node) {
  if (node.type === 'VariableDeclaration') return node.declarations.map(({ id }) => id.name)
  return node.id?.name ? [node.id.name] : []
}

/** Where the comment begins that ends on the line before, or the declaration itself. */
function startWithComment(text, start) {
  const before = text.slice(0, start)
  const comment = /\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n$|(?<=^|\n)(?:\/\/.*\n)+$/.exec(before)
  return comment ? comment.index : start
}
