import { firstPaintScripts } from './scripts/lib/page-chunks.mjs'

export default [
  {
    name: 'JavaScript before the first paint (gzip)',
    path: firstPaintScripts('dist').map((file) => `dist/${file}`),
    limit: '130 kB',
    gzip: true,
  },
  {
    name: 'All that is kept for offline use, without MNIST (as stored)',
    path: ['dist/**/*.{html,js,css,wasm,woff2,svg,png,webmanifest}'],
    limit: '6 MB',
    gzip: false,
    brotli: false,
  },
]
