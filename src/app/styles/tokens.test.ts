import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { palettes, type Theme } from '../../paint/color.ts'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

/** The colour a style sheet gives a token in a theme: the projector's own, else its half of `light-dark()`. */
function colorOf(name: string, theme: Theme): string {
  const [general, projector] = css.split('[data-theme="projector"]')
  const own = theme === 'projector' && new RegExp(`--${name}: (rgb\\([^)]*\\))`).exec(projector)
  const pair = new RegExp(`--${name}: light-dark\\((rgb\\([^)]*\\)), (rgb\\([^)]*\\))\\)`).exec(general)
  return own ? own[1] : (pair?.[theme === 'dark' ? 2 : 1] ?? 'missing')
}

test.each(['light', 'dark', 'projector'] as const)('%s: style sheet and canvases agree', (theme) => {
  for (const [name, rgb] of Object.entries(palettes[theme])) {
    expect(`${name} ${colorOf(name, theme)}`).toBe(`${name} rgb(${rgb.join(' ')})`)
  }
})
