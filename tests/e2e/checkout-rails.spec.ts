import { expect, test } from '@playwright/test'
import { locales } from '../../lib/i18n/locales.ts'
import {
  consentAtCompany,
  expectContact,
  hearCode,
  newVisitor,
  openCheckout,
  pay,
  refsAtPrice,
  sendText,
} from './checkout-steps.ts'

for (const locale of locales) {
  for (const hasScript of [true, false]) {
    const how = `${locale}, ${hasScript ? 'with' : 'without'} scripts`

    test(`a text from the telephone opens the contact (${how})`, async ({ browser }) => {
      const visitor = await newVisitor(browser, { locale, hasScript })
      const page = await visitor.newPage()
      const [ref = ''] = await refsAtPrice(page, 150)
      await openCheckout(page, { ref, locale })
      await pay(page, { rail: 'premium_sms', locale })
      await expect(page.locator('.say-code')).toHaveText(/^VOIR [0-9A-Z]{4}-[0-9A-Z]{4}$/)
      await sendText(page, locale)
      await expectContact(page, { ref, locale })
      await visitor.close()
    })

    test(`a code heard on the telephone opens the contact (${how})`, async ({ browser }) => {
      const visitor = await newVisitor(browser, { locale, hasScript })
      const page = await visitor.newPage()
      const [ref = ''] = await refsAtPrice(page, 150)
      await openCheckout(page, { ref, locale })
      await pay(page, { rail: 'premium_call', locale })
      const code = await hearCode(page, locale)
      await page.locator('input[name="code"]').fill('0000')
      await page.locator('form[action$="/code"] button').click()
      await expect(page.locator('.problem-summary')).toBeVisible()
      await page.locator('input[name="code"]').fill(code)
      await page.locator('form[action$="/code"] button').click()
      await expectContact(page, { ref, locale })
      await visitor.close()
    })

    for (const rail of ['carrier_billing', 'prepaid_card', 'card'] as const) {
      test(`${rail} at the payment company opens the contact (${how})`, async ({ browser }) => {
        const visitor = await newVisitor(browser, { locale, hasScript })
        const page = await visitor.newPage()
        const [ref = ''] = await refsAtPrice(page, 150)
        await openCheckout(page, { ref, locale })
        await pay(page, { rail, locale })
        await consentAtCompany(page, rail)
        await expectContact(page, { ref, locale })
        await visitor.close()
      })
    }
  }
}
