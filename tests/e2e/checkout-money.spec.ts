import { expect, type Page, test } from '@playwright/test'
import { pathTo } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { consentAtCompany, newVisitor, openCheckout, pay, refsAtPrice, showContact } from './checkout-steps.ts'

const locale = 'fr'
const t = translate(locale, 'checkout')

/** The waiting page of a text, and the telephone with that text ready to send. */
async function beginText(page: Page): Promise<Readonly<{ ref: string; waiting: string; phone: Page }>> {
  const [ref = ''] = await refsAtPrice(page, 150)
  await openCheckout(page, { ref, locale })
  await pay(page, { rail: 'premium_sms', locale })
  await page.waitForURL('**/payer/**')
  const link = page.getByRole('link', { name: t('pay.demoMessages'), exact: true })
  const phone = await page.context().newPage()
  await phone.goto((await link.getAttribute('href')) ?? '')
  return { ref, waiting: page.url(), phone }
}

const send = (phone: Page) => phone.locator('form[action="/simulator/api/messages"] button[type="submit"]').click()

test('a text sent after another method paid goes to the balance, and the page says so', async ({ browser }) => {
  const visitor = await newVisitor(browser, { locale, hasScript: true })
  const page = await visitor.newPage()
  const { ref, waiting, phone } = await beginText(page)
  await openCheckout(page, { ref, locale })
  await pay(page, { rail: 'card', locale })
  await consentAtCompany(page, 'card')
  await send(phone)
  await expect(async () => {
    await page.goto(waiting)
    await expect(page.getByText(t('statement.kept_duplicate', { amount: '1,50 €' }))).toBeVisible({ timeout: 1000 })
  }).toPass()
  await page.goto(pathTo(locale, 'wallet'))
  await expect(page.locator('.balance')).toContainText(/1,50\s€/)
  await visitor.close()
})

test('a text that comes after the payer gave up opens the contact, and the page says it was late', async ({
  browser,
}) => {
  const visitor = await newVisitor(browser, { locale, hasScript: true })
  const page = await visitor.newPage()
  const { phone } = await beginText(page)
  await page.getByRole('button', { name: t('pay.cancel') }).click()
  await expect(page.getByText(t('statement.cancelled_nothing_received'))).toBeVisible()
  await send(phone)
  await expect(page.getByText(t('statement.open_late'))).toBeVisible()
  await page.getByRole('link', { name: t('pay.seeContact') }).click()
  await showContact(page)
  await expect(page.locator('.open-number')).toBeVisible()
  await visitor.close()
})

test('a card the bank refuses is said to cost nothing, and another method is one press away', async ({ browser }) => {
  const visitor = await newVisitor(browser, { locale, hasScript: false })
  const page = await visitor.newPage()
  const [ref = ''] = await refsAtPrice(page, 150)
  await openCheckout(page, { ref, locale })
  await pay(page, { rail: 'card', locale })
  await page.waitForURL('**/simulator/company/**')
  await page.locator('#card').fill('4970 0000 0000 0022')
  await page.locator('button[value="confirm"]').click()
  const approve = page.locator('button[value="approve"]')
  if ((await approve.count()) > 0) await approve.click()
  await page.waitForURL('**/payer/**')
  await expect(page.getByText(t('statement.failed_declined'))).toBeVisible()
  await page.getByRole('link', { name: t('pay.otherMethod') }).click()
  await expect(page.locator('.methods')).toBeVisible()
  await visitor.close()
})
