import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import type { Locale } from '../../lib/i18n/locales.ts'
import { contactPath, pathTo } from '../../lib/i18n/paths.ts'
import { e2eOwner } from '../support/e2e-owner.ts'
import { expectAccessible, newVisitor, openMethod, showContact } from './checkout-steps.ts'

// A number of the ranges kept for fiction, and one that no demonstration ad has.
const phone = '02 61 91 48 37'
const words = {
  fr: {
    title: 'Terrot 125 EP de 1951, sortie de grange',
    body: 'Machine complète, moteur non bloqué. Appelez le zéro deux soixante et un quatre-vingt-onze quarante-huit trente-sept.',
    clean: 'Machine complète, moteur non bloqué, peinture d’origine. Vendue avec sa carte grise.',
  },
  en: {
    title: '1951 Terrot 125 EP, barn find, complete',
    body: 'Complete machine, engine free. Ring oh two sixty-one ninety-one forty-eight thirty-seven or marcel at example dot org.',
    clean: 'Complete machine, engine free, original paint. Sold with its registration papers.',
  },
}

for (const locale of ['fr', 'en'] as const) {
  for (const hasScript of [true, false]) {
    test(`an ad is posted, stopped for a hidden number, approved, found, bought and claimed (${locale}, ${hasScript ? 'with' : 'without'} scripts)`, async ({
      browser,
    }) => {
      test.setTimeout(180_000)
      const seller = await newVisitor(browser, { locale, hasScript })
      const mark = `${locale}${hasScript ? 'js' : 'plain'}`
      const title = `${words[locale].title} ${mark}`
      await post(await seller.newPage(), { locale, title, email: `seller-${mark}@example.org`, hasScript })

      const staff = await newVisitor(browser, { locale: 'fr', hasScript })
      await approve(await staff.newPage(), title, hasScript)

      const buyer = await newVisitor(browser, { locale, hasScript })
      const page = await buyer.newPage()
      const ref = await find(page, { locale, title })
      expect(await page.content()).not.toContain('91 48 37')
      await buyByCard(page, { ref, locale })
      await expect(page.locator('.open-contact a[href^="tel:"]').first()).toHaveAttribute('href', 'tel:+33261914837')

      await claim(page)
      await expect(page.locator('main')).toContainText(/rembours|refund|annonceur|advertiser/i)
      for (const context of [seller, staff, buyer] satisfies BrowserContext[]) await context.close()
    })
  }
}

type Posting = Readonly<{ locale: Locale; title: string; email: string; hasScript: boolean }>

async function post(page: Page, { locale, title, email, hasScript }: Posting): Promise<void> {
  await page.goto(pathTo(locale, 'post'))
  await page.locator('main button[type="submit"]').first().click()
  await page.locator('a.post-category[href*="vehicules"]').first().click()
  await page.locator('button[value="vehicules/motos"]').click()
  await fillDetails(page, { title, body: words[locale].body })
  await page.locator('button.button[name="save"][value="next"]').click()
  // The number is explained beside the text, and stops the ad until it is moved or taken out.
  await expect(page.locator('.post-find, .find-notice, [class*="find"]').first()).toBeVisible()
  if (hasScript) await expectAccessible(page)
  await page.locator('textarea[name="body"]').fill(words[locale].clean)
  await page.locator('button.button[name="save"][value="next"]').click()
  await page.waitForURL(/photos/)
  await addPhoto(page)
  await page.goto(page.url().replace(/photos.*$/, 'contact'))
  await page.locator('#name').fill('Marcel')
  await page.locator('#phone').fill(phone)
  await page.locator('#email').fill(email)
  await page.locator('#showsPhone').setChecked(true)
  await page.locator('#consent').setChecked(true)
  await page.locator('button[value="email_code"]').click()
  const code = await mailedCode(page, email)
  await page.locator('form[action$="/email"] input[name="code"]').fill(code)
  await page.locator('form[action$="/email"] button[type="submit"]').click()
  await expect(page.locator('.post-good').first()).toBeVisible()
  await page.goto(page.url().replace(/contact.*$/, locale === 'fr' ? 'apercu' : 'preview'))
  if (hasScript) await expectAccessible(page)
  await page.locator('form[action$="/submit"] button[type="submit"]').click()
  await page.waitForURL(locale === 'fr' ? /\/fin/ : /\/done/)
}

async function fillDetails(page: Page, { title, body }: Readonly<{ title: string; body: string }>): Promise<void> {
  const fields = {
    title,
    body,
    price: '1200',
    place: '03000 Moulins',
    'f.make': 'Terrot',
    'f.model': '125 EP',
    'f.year': '1951',
  }
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name="${name}"]`).first().fill(value)
  for (const [name, value] of [
    ['f.running', 'roule'],
    ['f.condition', '1'],
    ['f.registration', 'carte_grise_ok'],
  ] as const)
    await choose(page, name, value)
}

/** A choice is a list or a row of buttons, as the field has many options or few. */
async function choose(page: Page, name: string, value: string): Promise<void> {
  const list = page.locator(`select[name="${name}"]`)
  if ((await list.count()) > 0) await list.selectOption(value)
  else await page.locator(`[name="${name}"][value="${value}"]`).check()
}

async function addPhoto(page: Page): Promise<void> {
  const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#7a5c3e' } })
    .jpeg()
    .toBuffer()
  await page.locator('input[type="file"][name="photos"]').first().setInputFiles({
    name: 'IMG_0001.jpg',
    mimeType: 'image/jpeg',
    buffer: picture,
  })
  const send = page.locator('form[action*="/photos"] button[type="submit"]:visible').first()
  if ((await send.count()) > 0) await send.click()
  await expect(page.locator('main img[src*="/photos/"]').first()).toBeVisible({ timeout: 40_000 })
}

/** The code of the latest letter to an address, from the demonstration's inbox. */
async function mailedCode(page: Page, email: string): Promise<string> {
  const inbox = await page.context().newPage()
  let code = ''
  for (let tries = 0; tries < 20 && code === ''; tries += 1) {
    await inbox.goto('/inbox')
    const letter = inbox
      .locator('a', { hasText: email })
      .or(inbox.locator('tr', { hasText: email }).locator('a'))
      .first()
    if ((await letter.count()) > 0) {
      await letter.click()
      code = /\b(\d{4} \d{4})\b/.exec((await inbox.locator('main').textContent()) ?? '')?.[1] ?? ''
    }
    if (code === '') await inbox.waitForTimeout(500)
  }
  await inbox.close()
  expect(code, `a code was mailed to ${email}`).not.toBe('')
  return code
}

async function approve(page: Page, title: string, hasScript: boolean): Promise<void> {
  await page.goto('/admin/moderation')
  const form = page.locator('form:has(input[name="password"])')
  await form.locator('input[name="email"]').fill(e2eOwner.email)
  await form.locator('input[name="password"]').fill(e2eOwner.password)
  await form.locator('button[type="submit"]').click()
  await page.waitForURL('**/admin/**', { waitUntil: 'commit' })
  await page.goto('/admin/moderation')
  await page.getByRole('link', { name: title }).first().click()
  await expect(page.locator('main')).toContainText(title)
  if (hasScript) await expectAccessible(page)
  if (hasScript) await page.keyboard.press('a')
  else await page.locator('[data-key="a"]').click()
  await expect(page.locator('[data-key="u"]').first()).toBeVisible()
}

async function find(page: Page, { locale, title }: Readonly<{ locale: Locale; title: string }>): Promise<string> {
  await page.goto(`${pathTo(locale, 'search')}?q=${encodeURIComponent(`terrot ${title.split(' ').at(-1)}`)}`)
  const link = page.getByRole('link', { name: title }).first()
  await expect(link).toBeVisible()
  await link.click()
  await expect(page.locator('h1')).toContainText(title)
  return /\/([A-Z0-9]{6})\//.exec(page.url())?.[1] ?? ''
}

async function buyByCard(page: Page, { ref, locale }: Readonly<{ ref: string; locale: Locale }>): Promise<void> {
  await page.goto(contactPath(locale, ref))
  const method = await openMethod(page, { rail: 'card', locale })
  await method.getByRole('checkbox').check()
  await method.locator('.pay-button').click()
  await page.waitForURL('**/simulator/company/**')
  await page.locator('#card').fill('4970 0000 0000 0014')
  await page.locator('button[value="confirm"]').click()
  await page.locator('button[value="approve"]').click()
  await page.waitForURL((url) => !url.pathname.startsWith('/simulator'))
  await showContact(page)
  await expect(page.locator('.open-contact')).toBeVisible({ timeout: 30_000 })
}

/** One tap says that the contact is no good. */
async function claim(page: Page): Promise<void> {
  const form = page.locator('form[action="/api/v1/claims"]').first()
  const folded = page.locator('details:has(form[action="/api/v1/claims"]):not([open]) > summary').first()
  if ((await folded.count()) > 0) await folded.click()
  await form.locator('button[value="dead_number"]').click()
  await page.waitForLoadState()
}
