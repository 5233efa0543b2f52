import mdx from '@mdx-js/rollup'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/**
 * tfjs starts its WASM threads from the source text of a function, pasted into a blob. After minification that
 * text names `_scriptDir`, which does not exist there; without these lines every thread dies in silence.
 */
function threadedWasmWithoutScriptDir(): Plugin {
  return {
    name: 'faltwerk:threaded-wasm',
    enforce: 'pre',
    transform: {
      filter: { id: /tfjs-backend-wasm-threaded-simd\.js$/ },
      handler(code) {
        return {
          code: code
            .replace('if(typeof _scriptDir !== "undefined" && _scriptDir){scriptDirectory=_scriptDir}', '')
            .replaceAll('||_scriptDir', ''),
          map: null,
        }
      },
    },
  }
}

export default defineConfig({
  base: './',
  plugins: [
    { enforce: 'pre', ...mdx() },
    react({ include: /\.(mdx|tsx?)$/ }),
    threadedWasmWithoutScriptDir(),
  ],
  worker: { format: 'es', plugins: () => [threadedWasmWithoutScriptDir()] },
  build: { target: 'es2022' },
  test: { include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts'], environment: 'node' },
})
