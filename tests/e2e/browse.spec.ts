import { expect, test } from '@playwright/test'
import { locales } from '../../lib/i18n/locales.ts'
import { laterWord, pathTo } from '../../lib/i18n/paths.ts'
import { newVisitor } from './checkout-steps.ts'

test.setTimeout(120_000)

for (const locale of locales) {
  for (const hasScript of [true, false]) {
    const how = `${locale}, ${hasScript ? 'with' : 'without'} scripts`

    test(`from the home page through a search, its filters and pages to an ad and its price (${how})`, async ({
      browser,
      baseURL,
    }) => {
      const visitor = await newVisitor(browser, { locale, hasScript })
      const page = await visitor.newPage()
      const strangers: string[] = []
      page.on('request', (request) => {
        const { protocol, host } = new URL(request.url())
        if (protocol !== 'data:' && host !== new URL(baseURL ?? '').host) strangers.push(request.url())
      })
      await page.goto(`/${locale}`)
      await page.locator('.search-form input[name="q"]').first().fill('moteur')
      await page.locator('.search-form button[type="submit"]').first().click()
      await page.waitForURL(/q=moteur/)
      const results = page.locator('.ad-list .ad-row')
      const found = await numberIn(page.locator('h1'))
      expect(found).toBeGreaterThan(0)
      await expect(results.first()).toBeVisible()

      const filters = page.locator('details.filters')
      if ((await filters.getAttribute('open')) === null && !(await page.locator('input[name="max"]').isVisible())) {
        await filters.locator('summary').first().click()
      }
      await page.locator('input[name="max"]').fill('900')
      await filters.locator('form button[type="submit"]').click()
      await page.waitForURL(/max=900/)
      const fewer = (await results.count()) === 0 ? 0 : await numberIn(page.locator('h1'))
      expect(fewer).toBeLessThan(found)

      // The chip takes the price away again.
      await page.locator('a.chip').last().click()
      await expect(page).not.toHaveURL(/max=900/)
      await visitor.close()
      expect(strangers).toEqual([])
    })

    test(`pages of a category lead forwards and back, and an ad to its contact (${how})`, async ({ browser }) => {
      const visitor = await newVisitor(browser, { locale, hasScript })
      const page = await visitor.newPage()
      await page.goto(pathTo(locale, 'ads'))
      const refs = async () =>
        page.locator('.ad-row').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-ref')))
      const first = await refs()
      expect(first.length).toBeGreaterThanOrEqual(20)
      await page.locator('.pagination a[rel="next"]').click()
      await page.waitForURL(/[?&]p=2/)
      const second = await refs()
      expect(second.filter((ref) => first.includes(ref))).toEqual([])
      await page.locator('.pagination a[rel="prev"]').click()
      await expect(page.locator('.ad-row').first()).toHaveAttribute('data-ref', first[0] ?? '')

      await page.locator('.ad-row a').first().click()
      await expect(page).toHaveURL(new RegExp(`${pathTo(locale, 'ad')}/[0-9A-Z]+/`))
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page
        .locator(`a[href$="/${laterWord(locale, 'contact')}"]`)
        .first()
        .click()
      await expect(page).toHaveURL(/\/contact$/)
      await expect(page.locator('main')).toContainText(/€|gratuit|free/i)
      await visitor.close()
    })

    test(`the language switch keeps the place (${how})`, async ({ browser }) => {
      const visitor = await newVisitor(browser, { locale, hasScript })
      const page = await visitor.newPage()
      await page.goto(`${pathTo(locale, 'search')}?q=moteur`)
      const other = locale === 'fr' ? 'en' : 'fr'
      await page.locator(`a[hreflang="${other}"], a[lang="${other}"]`).first().click()
      await expect(page).toHaveURL(new RegExp(`${pathTo(other, 'search')}.*q=moteur`))
      await expect(page.locator('html')).toHaveAttribute('lang', other)
      await visitor.close()
    })
  }
}

async function numberIn(heading: { innerText: () => Promise<string> }): Promise<number> {
  return Number(/\d[\d\s\u202f,]*/.exec(await heading.innerText())?.[0].replace(/\D/g, '') ?? 0)
}
