import { expect, type Page, test } from '@playwright/test'
import { pathTo } from '../../lib/i18n/paths.ts'

test.setTimeout(60_000)

/** The first ad of the newest whose gallery has several pictures. */
async function openGallery(page: Page): Promise<void> {
  const { ads } = (await (await page.request.get('/api/v1/ads')).json()) as { ads: readonly { ref: string }[] }
  for (const { ref } of ads) {
    const answer = await page.request.get(pathTo('fr', 'ad', ref))
    if (!(await answer.text()).includes('gallery-thumbs')) continue
    await page.goto(answer.url(), { waitUntil: 'networkidle' })
    return
  }
  throw new Error('no ad has several pictures')
}

test('the pictures of an ad turn, wrap round and open large, by pointer and by keyboard', async ({ page }) => {
  await openGallery(page)
  const count = page.locator('.gallery > .gallery-bar output')
  const total = Number((await count.textContent())?.split('/')[1])
  const shows = (at: number) => expect(count).toHaveText(`${at} / ${total}`)
  await page.locator('.gallery > .gallery-bar .gallery-next').click()
  await shows(2)
  await page.locator('.gallery > .gallery-bar .gallery-previous').click()
  await shows(1)
  await page.locator('.gallery > .gallery-bar .gallery-previous').click()
  await shows(total)
  await page.locator('.gallery-thumbs a').first().click()
  await shows(1)
  await expect(page).not.toHaveURL(/#/)

  const large = page.locator('dialog.lightbox[open] img')
  await page.locator('.gallery-strip a').first().click()
  await expect(large).toHaveAttribute(
    'src',
    (await page.locator('.gallery-strip a').first().getAttribute('href')) ?? '',
  )
  await page.keyboard.press('ArrowRight')
  await expect(large).toHaveAttribute('src', (await page.locator('.gallery-strip a').nth(1).getAttribute('href')) ?? '')
  await expect(page.locator('dialog output')).toHaveText(`2 / ${total}`)
  await page.keyboard.press('Escape')
  await expect(page.locator('dialog[open]')).toHaveCount(0)
  await expect(page.locator('dialog img')).toHaveCount(0)
})

test('an ad is shared by copying its short address, where the device cannot share', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openGallery(page)
  await page.evaluate(() => Object.defineProperty(navigator, 'share', { value: undefined }))
  await page.locator('.share .icon-share').click()
  await expect(page.locator('.share [role="status"]')).toHaveText('Lien copié')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/a\/[0-9A-Z]{6}$/)
})

test('without scripts the pictures are links, and nothing is shown that would do nothing', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await openGallery(page)
  await expect(page.locator('.gallery-bar').first()).toBeHidden()
  await expect(page.locator('.share')).toBeHidden()
  await page.locator('.gallery-thumbs a').nth(1).click()
  await expect(page).toHaveURL(/#photo-2$/)
  await context.close()
})
