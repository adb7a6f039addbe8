import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'
import type { Locale } from '../../lib/i18n/locales.ts'
import { laterWord, pathTo } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { Rail } from '../../lib/money/rails.ts'

/** A new browser, which has bought nothing. */
export function newVisitor(
  browser: Browser,
  { locale, hasScript, isDark = false }: Readonly<{ locale: Locale; hasScript: boolean; isDark?: boolean }>,
): Promise<BrowserContext> {
  return browser.newContext({
    javaScriptEnabled: hasScript,
    locale: locale === 'fr' ? 'fr-FR' : 'en-GB',
    colorScheme: isDark ? 'dark' : 'light',
  })
}

type PublicAd = Readonly<{ ref: string; contact: { price: { minor: number } | null } }>

/** The newest published ads whose contact costs this many cents; 0 for the free ones. */
export async function refsAtPrice(page: Page, minor: number): Promise<readonly string[]> {
  const answer = await page.request.get(`/api/v1/ads?cout=${minor / 100}`)
  const { ads } = (await answer.json()) as { ads: readonly PublicAd[] }
  const refs = ads.filter(({ contact }) => (contact.price?.minor ?? 0) === minor).map(({ ref }) => ref)
  expect(refs.length, `the demo has ads whose contact costs ${minor}`).toBeGreaterThan(0)
  return refs
}

export async function openCheckout(page: Page, { ref, locale }: Readonly<{ ref: string; locale: Locale }>) {
  await page.goto(pathTo(locale, 'ad', ref, laterWord(locale, 'contact')))
}

/** Opens a method's row, reads its button, ticks the box and presses. */
export async function pay(page: Page, { rail, locale }: Readonly<{ rail: Rail; locale: Locale }>): Promise<void> {
  const method = await openMethod(page, { rail, locale })
  const waiver = method.getByRole('checkbox')
  if ((await waiver.count()) > 0) {
    await expect(waiver).not.toBeChecked()
    await waiver.check()
  }
  await method.getByRole('button').and(page.locator('.pay-button')).click()
}

export async function openMethod(page: Page, { rail, locale }: Readonly<{ rail: Rail; locale: Locale }>) {
  const name = translate(locale, 'checkout')(`rail.${rail}`)
  const method = page.locator('details.method').filter({
    has: page.locator('.method-name').getByText(name, { exact: true }),
  })
  const others = page.locator('.methods-more')
  const isAmongOthers = (await others.locator(method).count()) > 0
  if (isAmongOthers && (await others.getAttribute('open')) === null) await others.locator('> summary').click()
  if ((await method.getAttribute('open')) === null) await method.locator('> summary').click()
  return method
}

/** Sends what the waiting page asks for, from the demonstration's telephone. */
export async function sendText(page: Page, locale: Locale): Promise<void> {
  const phone = await openPhone(page, locale)
  await phone.locator('form[action="/simulator/api/messages"] button[type="submit"]').click()
  await expect(phone.locator('.bubble-out').last()).toBeVisible()
  await phone.close()
}

/** Calls the number of the waiting page and returns the code it speaks. */
export async function hearCode(page: Page, locale: Locale): Promise<string> {
  const phone = await openPhone(page, locale)
  await phone.locator('form[action="/simulator/api/calls"] button[type="submit"]').click()
  const digits = phone.locator('.transcript-digits').first()
  for (let tries = 0; tries < 6 && (await digits.count()) === 0; tries += 1) {
    await phone.locator('button[value="listen"]').click()
    await phone.waitForLoadState()
  }
  const code = (await digits.textContent()) ?? ''
  await phone.close()
  return code
}

async function openPhone(page: Page, locale: Locale): Promise<Page> {
  const link = page.getByRole('link', { name: translate(locale, 'checkout')('pay.demoMessages'), exact: true })
  const phone = await page.context().newPage()
  await phone.goto((await link.getAttribute('href')) ?? '')
  return phone
}

/** What the payment company of the demonstration asks, by method. */
export async function consentAtCompany(page: Page, rail: 'carrier_billing' | 'prepaid_card' | 'card'): Promise<void> {
  await page.waitForURL('**/simulator/company/**')
  if (rail === 'card') await page.locator('#card').fill('4970 0000 0000 0014')
  if (rail === 'prepaid_card') await page.locator('#card').fill('7000 0000 0020 00')
  await page.locator('button[value="confirm"]').click()
  if (rail === 'card') await page.locator('button[value="approve"]').click()
  await page.waitForURL((url) => !url.pathname.startsWith('/simulator'))
}

/** The contact comes to the page by itself: told by the server, or asked for every five seconds without scripts. */
export async function expectContact(page: Page, { ref, locale }: Readonly<{ ref: string; locale: Locale }>) {
  const contact = page.locator('.open-contact')
  await showContact(page)
  await expect(contact).toBeVisible({ timeout: 30_000 })
  await expect(page).toHaveURL(new RegExp(`/${ref}/`))
  await expect(contact.locator('a[href^="tel:"]').first()).toHaveAttribute('href', /^tel:\+\d{9,14}$/)
  await expect(page.getByText(translate(locale, 'checkout')('open.title')).first()).toBeVisible()
}

/** The first showing is written down before it happens: scripts press the button by themselves, others press it. */
export async function showContact(page: Page): Promise<void> {
  const show = page.locator('form[action="/api/v1/reveals"] button[type="submit"]')
  await expect(page.locator('.open-contact').or(show).first()).toBeVisible({ timeout: 30_000 })
  if ((await show.count()) > 0) await show.click({ timeout: 3000 }).catch(() => undefined)
}

export async function recoveryCodeOn(page: Page): Promise<string> {
  return (await page.locator('.recovery-code').first().textContent()) ?? ''
}

/** axe finds nothing on the page. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}
