import { fileURLToPath } from 'node:url'
import mdx from '@mdx-js/rollup'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import { CONTENT_SECURITY_POLICY, ISOLATION } from './scripts/lib/headers.mjs'
import { kernelsPlugin } from './scripts/lib/kernels.mjs'
import { lessonBlocks } from './scripts/lib/texts/blocks.mjs'
import { shownSources } from './scripts/lib/texts/plugin.mjs'
import { unbroken } from './scripts/lib/texts/unbroken.mjs'

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
function contentSecurityPolicy(): Plugin {
  return {
    name: 'faltwerk:content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  }
}

export default defineConfig({
  // Relative addresses: the built page works under any path of any static host.
  base: './',
  resolve: {
    alias: [
      // tfjs-vis draws through vega-embed; ours keeps to the content security policy, the theme and the language.
      { find: /^vega-embed$/, replacement: fileURLToPath(new URL('src/ui/vega/embed.ts', import.meta.url)) },
      // What tfjs-vis and Vega bring along and no picture here needs.
      {
        find: /^(\.\.\/visor|glamor|vega-loader|d3-geo)$/,
        replacement: fileURLToPath(new URL('src/ui/vega/absent.ts', import.meta.url)),
      },
    ],
  },
  plugins: [
    shownSources(),
    { enforce: 'pre', ...mdx({ remarkPlugins: [lessonBlocks, unbroken] }) },
    react({ include: /\.(mdx|tsx?)$/ }),
    threadedWasm(),
    kernelsPlugin(),
    contentSecurityPolicy(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/app/offline',
      filename: 'sw.ts',
      injectRegister: false, // src/app/offline/register.ts does it
      manifest: false, // public/manifest.webmanifest
      injectManifest: {
        globPatterns: ['**/*.{html,js,css,wasm,woff2,svg,png,webmanifest}'],
        globIgnores: ['data/**'], // the worker of the run keeps MNIST; here it would be fetched twice
        maximumFileSizeToCacheInBytes: 10_000_000,
      },
    }),
  ],
  worker: { format: 'es', plugins: () => [threadedWasm(), kernelsPlugin()] },
  build: { target: 'es2022' },
  server: { headers: ISOLATION },
  test: { include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts'], environment: 'node' },
})
