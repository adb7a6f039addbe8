import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { type Locale, locales } from '../../lib/i18n/locales.ts'
import { pathTo } from '../../lib/i18n/paths.ts'
import { e2eMember, e2eOwner } from '../support/e2e-owner.ts'
import { demoPages, memberPages, privatePages, publicPages, staffPages } from './site-pages.ts'

test.setTimeout(600_000)

// Each page is looked at in both themes and at two widths, but not at both widths in both themes.
const screens = {
  light: { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  dark: { colorScheme: 'dark', viewport: { width: 390, height: 844 } },
} as const

/** What axe finds on the page, what the browser complained about since it was opened, and how much of it stands outside the screen. */
async function faultsOf(page: Page, path: string): Promise<string[]> {
  const faults: string[] = []
  const listen = (text: string) => faults.push(`${path}: ${text}`)
  const onConsole = (message: { type: () => string; text: () => string }) => {
    // A page that is not there answers 404, which the browser notes as an error of its own.
    if (message.type() === 'error' && !message.text().includes('404')) listen(message.text())
  }
  const onError = (error: Error) => listen(error.message)
  page.on('console', onConsole)
  page.on('pageerror', onError)
  await page.goto(path, { waitUntil: 'load' })
  const { violations, passes } = await new AxeBuilder({ page }).analyze()
  if (passes.length < 10) listen(`axe looked at ${passes.length} rules only`)
  for (const { id, nodes } of violations) {
    listen(
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html.slice(0, 200))
        .join(' | ')}`,
    )
  }
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  if (overflow > 0) listen(`${overflow} px wider than the screen`)
  page.off('console', onConsole)
  page.off('pageerror', onError)
  return faults
}

async function signIn(page: Page, who: Readonly<{ email: string; password: string; locale: Locale }>): Promise<void> {
  const path = pathTo(who.locale, 'sign-in')
  await page.goto(path)
  const form = page.locator('form[action="/api/v1/session"]')
  await form.locator('input[name="email"]').fill(who.email)
  await form.locator('input[name="password"]').fill(who.password)
  await form.locator('button[type="submit"]').click()
  await page.waitForURL((url) => !url.pathname.startsWith(path))
}

for (const locale of locales) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on any page and the browser has no complaint (${locale}, ${colorScheme})`, async ({
      browser,
    }) => {
      const context = await browser.newContext({
        ...screens[colorScheme],
        locale: locale === 'fr' ? 'fr-FR' : 'en-GB',
      })
      const page = await context.newPage()
      const paths = [
        ...(await publicPages(page.request, locale)),
        ...(await privatePages(page.request, locale)),
        ...demoPages,
      ]
      expect(paths.length).toBeGreaterThan(20)
      const faults: string[] = []
      for (const path of paths) faults.push(...(await faultsOf(page, path)))
      expect(faults).toEqual([])
      await context.close()
    })
  }
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on a member’s own pages (${colorScheme})`, async ({ browser }) => {
    for (const locale of locales) {
      const context = await browser.newContext({ colorScheme, viewport: { width: 390, height: 844 } })
      const page = await context.newPage()
      await signIn(page, { ...e2eMember, locale })
      const faults: string[] = []
      for (const path of memberPages(locale)) {
        faults.push(...(await faultsOf(page, path)))
        expect(new URL(page.url()).pathname).toBe(path)
      }
      expect(faults).toEqual([])
      await context.close()
    }
  })

  test(`axe finds nothing on the operator’s pages (${colorScheme})`, async ({ browser }) => {
    test.setTimeout(180_000)
    const context = await browser.newContext({ ...screens[colorScheme], locale: 'fr-FR' })
    const page = await context.newPage()
    await signIn(page, { ...e2eOwner, locale: 'fr' })
    const faults: string[] = []
    for (const path of staffPages) {
      faults.push(...(await faultsOf(page, path)))
      expect(new URL(page.url()).pathname).toBe(path)
    }
    expect(faults).toEqual([])
    await context.close()
  })
}

test('axe does find what is wrong: the same look at a page with a fault', async ({ page }) => {
  // React takes over the page as it came; what is added before that may be gone again.
  await page.goto('/fr', { waitUntil: 'networkidle' })
  await page.evaluate(() => {
    const image = document.createElement('img')
    image.src = '/icon.svg'
    document.querySelector('main')?.append(image)
  })
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id }) => id)).toContain('image-alt')
})
