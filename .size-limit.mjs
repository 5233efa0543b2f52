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
  {
    // 2 MiB: what PHP, and with it many a learning platform, takes as an upload unless told otherwise.
    name: 'The one-file edition (as stored)',
    path: 'dist-one-file/faltwerk.html',
    limit: '2097152 B',
    gzip: false,
    brotli: false,
  },
]
