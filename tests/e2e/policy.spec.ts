import { expect, type Page, test } from '@playwright/test'

/** Collects what the browser refused or complained about. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}

const pages = [
  '/fr',
  '/en',
  '/fr/recherche?q=moteur',
  '/fr/annonces',
  '/fr/tarifs',
  '/fr/mes-acces',
  '/fr/solde',
  '/fr/connexion',
]

for (const path of pages) {
  test(`the browser runs ${path} under its policy without a complaint, and asks no other host`, async ({
    page,
    baseURL,
  }) => {
    const complaints = complaintsOf(page)
    const hosts = new Set<string>()
    page.on('request', (request) => {
      const { protocol, host } = new URL(request.url())
      if (protocol !== 'data:') hosts.add(host)
    })
    const response = await page.goto(path, { waitUntil: 'networkidle' })
    expect(response?.status()).toBe(200)
    expect(response?.headers()['content-security-policy']).toMatch(/script-src 'self' '(sha256|nonce)-/)
    expect(complaints).toEqual([])
    expect([...hosts]).toEqual([new URL(baseURL ?? '').host])
    // React marks what it has taken over: scripts blocked by the policy would leave the page unmarked.
    const isHydrated = await page.evaluate(() =>
      Object.keys(document).some((key) => key.startsWith('__reactContainer')),
    )
    expect(isHydrated).toBe(true)
  })
}

test('an ad is the same for everybody and leads on without JavaScript', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' })
  const page = await context.newPage()
  await page.goto('/fr')
  await page.locator('a[href^="/fr/annonce/"]').first().click()
  await expect(page).toHaveURL(/\/fr\/annonce\/[0-9A-Z]+\/[a-z0-9-]+$/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await context.close()
})

test('a page that is not there says so with the right status', async ({ page }) => {
  const complaints = complaintsOf(page)
  const response = await page.goto('/fr/nulle-part')
  expect(response?.status()).toBe(404)
  expect(complaints.filter((text) => !text.includes('404'))).toEqual([])
})
