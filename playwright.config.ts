import { defineConfig, devices } from '@playwright/test'
import { chromiumArguments, chromiumPath } from './tests/support/chromium.ts'

const port = Number(process.env['OBOLE_E2E_PORT'] ?? 3977)
const executablePath = chromiumPath()

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: false,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  // Debian's Chromium now and then loses a renderer ("Page crashed"); what passes on a second try is reported as such.
  retries: 1,
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'fr-FR',
    trace: 'retain-on-failure',
    launchOptions: { args: chromiumArguments, ...(executablePath === undefined ? {} : { executablePath }) },
  },
  projects: [{ name: 'desktop', use: { ...devices['Desktop Chrome'] } }],
  webServer: {
    command: `node tests/support/e2e-server.ts ${port}`,
    url: `http://localhost:${port}/api/health`,
    reuseExistingServer: false,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
})
