/** Writes the stored results as tables into README.md, between its two marks. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const begin = '<!-- results -->'
const end = '<!-- /results -->'

export function writeTables(folder) {
  const readme = join(folder, '..', 'README.md')
  const text = readFileSync(readme, 'utf8')
  const head = text.slice(0, text.indexOf(begin) + begin.length)
  const tail = text.slice(text.indexOf(end))
  const records = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
    : []
  writeFileSync(readme, `${head}\n\n${records.map(section).join('\n')}\n${tail}`)
}

function section({ title, command, date, machine, result }) {
  const tables = result.tables ?? [{ rows: result.rows ?? [result] }]
  return [
    `## ${title}`,
    '',
    `\`${command}\` · ${date} · ${machine.cores} cores (${machine.processor}), Node ${machine.node.slice(1)}`,
    '',
    ...tables.flatMap(table),
  ].join('\n')
}

/** A result may hold several tables, each with a title and a note of its own. */
function table({ title, note, rows }) {
  const columns = [...new Set(rows.flatMap(Object.keys))]
  const line = (cells) => `| ${cells.join(' | ')} |`
  return [
    ...(title ? [`### ${title}`, ''] : []),
    ...(note ? [note, ''] : []),
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(columns.map((column) => row[column] ?? '–'))),
    '',
  ]
}
