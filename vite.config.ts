import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import { CONTENT_SECURITY_POLICY, ISOLATION } from './scripts/lib/headers.mjs'
import { aliases, contentSecurityPolicy, pagePlugins, workerPlugins } from './scripts/lib/vite/plugins.ts'

export default defineConfig({
  // Relative addresses: the built page works under any path of any static host.
  base: './',
  resolve: { alias: aliases },
  plugins: [
    pagePlugins(),
    contentSecurityPolicy(CONTENT_SECURITY_POLICY),
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
  worker: { format: 'es', plugins: workerPlugins },
  build: {
    target: 'es2022',
    // The policy of the page lets nothing be fetched from an address that is the thing itself.
    assetsInlineLimit: (file) => (file.endsWith('.wasm') ? false : undefined),
  },
  server: { headers: ISOLATION },
  test: { include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts'], environment: 'node' },
})
