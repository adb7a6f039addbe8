import { existsSync } from 'node:fs'

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The machine's Chromium where there is one; undefined leaves the choice to Playwright, which brings its own. */
export function chromiumPath(): string | undefined {
  const named = process.env['CHROMIUM_PATH']
  return named ?? usual.find((path) => existsSync(path))
}

/** What a browser needs in a container, and what keeps it from asking other hosts. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  '--no-default-browser-check',
]
