/** The headers our own server sends; the page carries the policy as a meta tag too, for hosts that send none. */

/**
 * Nothing from another origin. `wasm-unsafe-eval` and `blob:` start the WASM backend and its threads;
 * `unsafe-inline` is for styles alone: the charts of tfjs-vis write their own.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval' blob:",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** Threads need a page that is isolated from other origins. */
export const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

export const PAGE_HEADERS = {
  ...ISOLATION,
  // A meta tag cannot forbid framing; a header can.
  'Content-Security-Policy': `${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
}
