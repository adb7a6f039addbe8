import { defineConfig } from 'vitest/config'

const level = (name: string, timeoutMs: number) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    environment: 'node' as const,
    testTimeout: timeoutMs,
    hookTimeout: 60_000,
  },
})

export default defineConfig({
  test: {
    // Each file has a process of its own: the database and the configuration are one per process.
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      level('unit', 20_000),
      level('integration', 60_000),
      level('contract', 60_000),
      level('architecture', 60_000),
    ],
  },
})
