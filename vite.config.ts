import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  base: './',
  plugins: [react()],
  // Browsers that know light-dark(): without this every colour would be written twice.
  build: { target: 'es2023', cssTarget: ['chrome123', 'firefox121', 'safari17.5'] },
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  preview: { port: 4173 },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    environment: 'node',
    reporters: process.env['CI'] ? ['default', 'json'] : ['default'],
    outputFile: { json: 'reports/vitest.json' },
  },
})
