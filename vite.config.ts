import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { offlineBuild } from './src/offline/offlineBuild.ts'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types braid',
].join('; ')

/**
 * Hosts that read this file send it as headers: what a policy inside the page cannot say, and what may be cached. No two
 * rules for one address name one header: some hosts would send both values.
 */
const hostHeaders = `/*
  Content-Security-Policy: ${policy}; frame-ancestors 'none'
  Referrer-Policy: no-referrer
  X-Content-Type-Options: nosniff
  Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=()
  Cross-Origin-Opener-Policy: same-origin

/
  Cache-Control: no-cache

/index.html
  Cache-Control: no-cache

/sw.js
  Cache-Control: no-cache

/assets/*
  Cache-Control: public, max-age=31536000, immutable
`

/** The policy stands first in the built page, so that it holds on hosts that send no headers. */
const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy }, injectTo: 'head-prepend' },
    ],
  },
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: '_headers', source: hostHeaders })
  },
}

export default defineConfig({
  base: './',
  plugins: [react(), contentSecurityPolicy, offlineBuild()],
  // Browsers that know light-dark(): without this every colour would be written twice. They know modulepreload, too.
  build: { target: 'es2023', modulePreload: { polyfill: false }, cssTarget: ['chrome123', 'firefox121', 'safari17.5'] },
  resolve: {
    alias: {
      // In browsers this part of the Markdown reader decodes `&copy;` by `innerHTML`, which Trusted Types forbid. Its other
      // form, which it has for places without a page, looks the name up in a table.
      'decode-named-character-reference': fileURLToPath(
        new URL('./node_modules/decode-named-character-reference/index.js', import.meta.url),
      ),
    },
  },
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  preview: { port: 4173 },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    environment: 'node',
    setupFiles: ['src/seedOfRandomTests.ts'],
    // Two slow cores with other work on them must not fail a test; those with bounds measure for themselves.
    testTimeout: 30_000,
    reporters: process.env.CI ? ['default', 'json'] : ['default'],
    outputFile: { json: 'reports/vitest.json' },
  },
})
