/** Draws the icon (a 5 × 5 kernel, folded like a paper screen) into `public/`. By hand; needs ImageMagick. */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT } from './lib/paths.mjs'

const SIZE = 512
const CELLS = 5
/** How far each fold rises across one cell, in px. */
const FOLD = 34
const PAPER = [250, 249, 246]
const BLUE = [27, 94, 172]
const ORANGE = [194, 84, 10]

/** Weights of an edge detector for one slanted stroke, −1…1: blue below zero, orange above. */
function weight(row, column) {
  return Math.max(-1, Math.min(1, (row + column - 4) * 0.45 + (row - column) * 0.12))
}

/** The colour of a weight; folds that face away from the light are a little darker. */
function colour(value, shaded) {
  const end = value < 0 ? BLUE : ORANGE
  const mixed = PAPER.map((from, i) => (from + (end[i] - from) * Math.abs(value)) * (shaded ? 0.86 : 1))
  return `rgb(${mixed.map(Math.round).join(',')})`
}

/** `margin` in px around the kernel: more of it for icons that systems cut round. */
function icon({ margin, background }) {
  const cell = (SIZE - 2 * margin) / CELLS
  const height = (SIZE - 2 * margin - FOLD) / CELLS
  const cells = []
  for (let column = 0; column < CELLS; column++) {
    const falls = column % 2 === 0
    const [left, right] = falls ? [FOLD, 0] : [0, FOLD]
    const x = margin + column * cell
    for (let row = 0; row < CELLS; row++) {
      const y = margin + row * height
      const corners = [
        [x, y + left],
        [x + cell, y + right],
        [x + cell, y + height + right],
        [x, y + height + left],
      ]
      const points = corners.map((xy) => xy.map((value) => value.toFixed(1)).join(',')).join(' ')
      const fill = colour(weight(row, column), !falls)
      cells.push(
        `<polygon points="${points}" fill="${fill}" stroke="#fff" stroke-width="5" stroke-linejoin="round"/>`,
      )
    }
  }
  const ground = background ? `<rect width="${SIZE}" height="${SIZE}" fill="${background}"/>` : ''
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}"><title>Faltwerk</title>${ground}${cells.join('')}</svg>\n`
}

function png(svg, name, size) {
  const args = [
    '-background',
    'none',
    '-density',
    '144',
    'svg:-',
    '-resize',
    `${size}x${size}`,
    '-depth',
    '8',
    '-colors',
    '64',
    '-strip',
  ]
  execFileSync('convert', [...args, join(PROJECT, 'public', name)], { input: svg })
}

const plain = icon({ margin: 24, background: null })
writeFileSync(join(PROJECT, 'public', 'icon.svg'), plain)
png(plain, 'icon-192.png', 192)
png(plain, 'icon-512.png', 512)
png(icon({ margin: 96, background: '#ffffff' }), 'icon-maskable-512.png', 512)
