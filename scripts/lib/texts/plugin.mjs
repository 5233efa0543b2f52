/** Vite: a text is made anew when the source changes that it shows. */
import { join } from 'node:path'
import { PROJECT } from '../paths.mjs'
import { sourcesIn } from './blocks.mjs'

export function shownSources() {
  return {
    name: 'faltwerk:shown-sources',
    enforce: 'pre',
    transform: {
      filter: { id: /\.mdx$/ },
      handler(text) {
        for (const file of sourcesIn(text)) this.addWatchFile(join(PROJECT, file))
      },
    },
  }
}
