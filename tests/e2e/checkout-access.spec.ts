import { expect, type Page, test } from '@playwright/test'
import { type Locale, locales } from '../../lib/i18n/locales.ts'
import { laterWord, pathTo } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import {
  consentAtCompany,
  expectAccessible,
  expectContact,
  newVisitor,
  openCheckout,
  openMethod,
  pay,
  recoveryCodeOn,
  refsAtPrice,
} from './checkout-steps.ts'

async function buyByCard(page: Page, locale: Locale): Promise<string> {
  const [ref = ''] = await refsAtPrice(page, 150)
  await openCheckout(page, { ref, locale })
  await pay(page, { rail: 'card', locale })
  await consentAtCompany(page, 'card')
  await expectContact(page, { ref, locale })
  return ref
}

for (const locale of locales) {
  for (const hasScript of [true, false]) {
    const how = `${locale}, ${hasScript ? 'with' : 'without'} scripts`

    test(`what was bought on one device opens on another by the code of its receipt (${how})`, async ({ browser }) => {
      const first = await newVisitor(browser, { locale, hasScript })
      const bought = await first.newPage()
      const ref = await buyByCard(bought, locale)
      const number = await bought.locator('.open-number').textContent()
      const code = await recoveryCodeOn(bought)

      const second = await newVisitor(browser, { locale, hasScript })
      const page = await second.newPage()
      await openCheckout(page, { ref, locale })
      await expect(page.locator('.methods')).toBeVisible()
      await page.goto(pathTo(locale, 'my-access', laterWord(locale, 'recover')))
      await page.locator('input[name="recovery"]').fill(code.toLowerCase().replaceAll('-', ' '))
      await page.locator('form[action="/api/v1/access/recover"] button').click()
      await page.locator('.access-links a').first().click()
      await expect(page.locator('.open-number')).toHaveText(number ?? 'no number')
      await first.close()
      await second.close()
    })

    test(`a topped-up balance pays in one press, and is never asked again (${how})`, async ({ browser }) => {
      const visitor = await newVisitor(browser, { locale, hasScript })
      const page = await visitor.newPage()
      await page.goto(`${pathTo(locale, 'wallet', laterWord(locale, 'top-up'))}?amount=500`)
      await pay(page, { rail: 'card', locale })
      await consentAtCompany(page, 'card')
      const [ref = ''] = await refsAtPrice(page, 150)
      await openCheckout(page, { ref, locale })
      await pay(page, { rail: 'wallet', locale })
      await expectContact(page, { ref, locale })
      await page.goto(pathTo(locale, 'wallet'))
      await expect(page.locator('.balance')).toContainText(locale === 'fr' ? /3,50\s€/ : '€3.50')
      await openCheckout(page, { ref, locale })
      await expect(page.locator('.open-contact')).toBeVisible()
      await expect(page.locator('.method')).toHaveCount(0)
      await visitor.close()
    })

    test(`a mistyped voucher says so, beside what was typed (${how})`, async ({ browser }) => {
      const visitor = await newVisitor(browser, { locale, hasScript })
      const page = await visitor.newPage()
      const [ref = ''] = await refsAtPrice(page, 150)
      await openCheckout(page, { ref, locale })
      const method = await openMethod(page, { rail: 'voucher', locale })
      await method.locator('input[name="voucher"]').fill('ABCD-ABCD-ABCD-ABCD-A')
      await method.getByRole('checkbox').check()
      await method.locator('.pay-button').click()
      const summary = page.locator('.problem-summary')
      await expect(summary).toContainText(translate(locale, 'checkout')('problem.voucher_mistyped'))
      await expect(summary).toBeFocused()
      await expect(page.locator('input[name="voucher"]')).toHaveAttribute('aria-invalid', 'true')
      await expect(page).toHaveTitle(new RegExp(`^${translate(locale, 'common')('error')}`))
      await visitor.close()
    })

    test(`a free contact opens with one press (${how})`, async ({ browser }) => {
      const visitor = await newVisitor(browser, { locale, hasScript })
      const page = await visitor.newPage()
      const [ref = ''] = await refsAtPrice(page, 0)
      await openCheckout(page, { ref, locale })
      await page.locator('form[action="/api/v1/reveals/free"] button').click()
      await expectContact(page, { ref, locale })
      await visitor.close()
    })
  }

  for (const isDark of [false, true]) {
    test(`every page about paying is accessible (${locale}, ${isDark ? 'dark' : 'light'})`, async ({ browser }) => {
      test.slow()
      const visitor = await newVisitor(browser, { locale, hasScript: true, isDark })
      const page = await visitor.newPage()
      const [, other = ''] = await refsAtPrice(page, 150)
      await openCheckout(page, { ref: other, locale })
      await expectAccessible(page)
      for (const rail of ['premium_sms', 'premium_call'] as const) {
        await openCheckout(page, { ref: other, locale })
        await pay(page, { rail, locale })
        await page.waitForURL(new RegExp(pathTo(locale, 'pay')))
        await expectAccessible(page)
      }
      await buyByCard(page, locale)
      await expectAccessible(page)
      await page.getByRole('link', { name: translate(locale, 'checkout')('open.receipt') }).click()
      await expect(page.locator('.receipt')).toBeVisible()
      await expectAccessible(page)
      const own = [
        pathTo(locale, 'my-access'),
        pathTo(locale, 'my-access', laterWord(locale, 'recover')),
        pathTo(locale, 'wallet'),
        pathTo(locale, 'wallet', laterWord(locale, 'top-up')),
        pathTo(locale, 'voucher'),
        pathTo(locale, 'code'),
        pathTo(locale, 'withdrawal'),
      ]
      for (const path of own) {
        await page.goto(path)
        await expectAccessible(page)
      }
      await visitor.close()
    })
  }
}

test('a second tab that pays for an open contact is shown the contact instead', async ({ browser }) => {
  const visitor = await newVisitor(browser, { locale: 'fr', hasScript: true })
  const first = await visitor.newPage()
  const second = await visitor.newPage()
  const [ref = ''] = await refsAtPrice(first, 150)
  await openCheckout(first, { ref, locale: 'fr' })
  await pay(first, { rail: 'premium_sms', locale: 'fr' })
  await first.waitForURL('**/payer/**')
  await openCheckout(second, { ref, locale: 'fr' })
  await buyByCard(first, 'fr')
  await pay(second, { rail: 'prepaid_card', locale: 'fr' })
  await expectContact(second, { ref, locale: 'fr' })
  await visitor.close()
})

test('somebody else’s purchase and receipt do not exist', async ({ browser }) => {
  const owner = await newVisitor(browser, { locale: 'fr', hasScript: false })
  const page = await owner.newPage()
  await buyByCard(page, 'fr')
  const receipt = await page.locator('a[href*="/recu/"]').first().getAttribute('href')
  const stranger = await newVisitor(browser, { locale: 'fr', hasScript: false })
  const look = await stranger.newPage()
  expect((await look.goto(receipt ?? ''))?.status()).toBe(404)
  expect((await look.goto((receipt ?? '').replace('/recu/', '/payer/')))?.status()).toBe(404)
  await owner.close()
  await stranger.close()
})
