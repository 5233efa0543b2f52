/** The one-file edition (`npm run build:one-file`): the whole page in one HTML file that opens from disk. */
import { defineConfig } from 'vite'
import { intoOneFile, partAddress } from './scripts/lib/vite/oneFile.ts'
import { aliases, pagePlugins, workerPlugins } from './scripts/lib/vite/plugins.ts'

const inOnePiece = { output: { codeSplitting: false } }

export default defineConfig({
  mode: 'one-file', // src/session/edition.ts asks for it
  base: './',
  resolve: { alias: aliases },
  plugins: [pagePlugins(), intoOneFile({ name: 'faltwerk.html' })],
  // No module: a page from disk may start none as a worker.
  worker: { format: 'iife', plugins: workerPlugins, rolldownOptions: inOnePiece },
  build: {
    target: 'es2022',
    outDir: 'dist-one-file',
    copyPublicDir: false,
    cssCodeSplit: false,
    modulePreload: false,
    assetsInlineLimit: (file) => /\.woff2?$/.test(file),
    rolldownOptions: inOnePiece,
  },
  // A script asks for the address of another part when it needs it: there are no addresses before the page is opened.
  experimental: {
    renderBuiltUrl: (filename, { hostType }) =>
      hostType === 'js' ? { runtime: partAddress(filename) } : { relative: true },
  },
})
