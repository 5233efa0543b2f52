/** What the two builds of the page share: the ordinary one (vite.config.ts) and the one-file edition. */
import { fileURLToPath } from 'node:url'
import mdx from '@mdx-js/rollup'
import react from '@vitejs/plugin-react'
import type { Plugin, PluginOption } from 'vite'
import { kernelsPlugin } from '../kernels.mjs'
import { lessonBlocks } from '../texts/blocks.mjs'
import { shownSources } from '../texts/plugin.mjs'
import { unbroken } from '../texts/unbroken.mjs'

const inVega = (file: string) => fileURLToPath(new URL(`../../../src/ui/vega/${file}`, import.meta.url))

export const aliases = [
  // tfjs-vis draws through vega-embed; ours keeps to the content security policy, the theme and the language.
  { find: /^vega-embed$/, replacement: inVega('embed.ts') },
  // What tfjs-vis and Vega bring along and no picture here needs.
  { find: /^(\.\.\/visor|glamor|vega-loader|d3-geo)$/, replacement: inVega('absent.ts') },
]

export function pagePlugins(): PluginOption[] {
  return [
    shownSources(),
    { enforce: 'pre', ...mdx({ remarkPlugins: [lessonBlocks, unbroken] }) },
    react({ include: /\.(mdx|tsx?)$/ }),
    threadedWasm(),
    kernelsPlugin(),
  ]
}

export function workerPlugins(): PluginOption[] {
  return [threadedWasm(), kernelsPlugin()]
}

/**
 * tfjs starts its WASM threads from the source text of a function, pasted into a blob. After minification that
 * text names `_scriptDir`, which does not exist there. And it keeps eight threads in reserve, where it needs one to start at all: the
 * threads of src/kernels/wasm share the work, and all they need from it is memory that can be shared.
 */
function threadedWasm(): Plugin {
  return {
    name: 'faltwerk:threaded-wasm',
    enforce: 'pre',
    transform: {
      filter: { id: /tfjs-backend-wasm-threaded-simd\.js$/ },
      handler(code) {
        return {
          code: code
            .replace('if(typeof _scriptDir !== "undefined" && _scriptDir){scriptDirectory=_scriptDir}', '')
            .replaceAll('||_scriptDir', '')
            .replace('pthreadPoolSize=8', 'pthreadPoolSize=1'),
          map: null,
        }
      },
    },
  }
}

/** The built page carries its policy itself, so that it holds on hosts that cannot send headers. */
export function contentSecurityPolicy(content: string): Plugin {
  return {
    name: 'faltwerk:content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content }, injectTo: 'head-prepend' },
    ],
  }
}
