import os from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = {
  '@/': fileURLToPath(new URL('./src/', import.meta.url)),
  '@payload-config': fileURLToPath(new URL('./payload.config.ts', import.meta.url)),
  // Payload's own copy, as in a build: of its two, Node takes one and Vite the other, and each refuses the other's schemas.
  graphql: fileURLToPath(new URL('./node_modules/graphql/index.js', import.meta.url)),
}

const CORES = os.availableParallelism()

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: { name: 'unit', include: ['src/**/*.test.ts'], testTimeout: 20_000, maxWorkers: CORES },
      },
      {
        resolve: { alias },
        test: {
          name: 'contract',
          include: ['tests/contract/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Each file starts a Payload on each engine: two at a time keep two cores busy and the clocks honest.
          maxWorkers: Math.min(2, CORES),
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'int',
          include: ['tests/int/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          // These start processes of their own, workers among them, and measure how those take turns.
          fileParallelism: false,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 300_000,
          // A browser and a server are enough for one machine.
          fileParallelism: false,
        },
      },
    ],
  },
})
