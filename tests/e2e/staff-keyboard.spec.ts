import { expect, type Page, test } from '@playwright/test'
import { e2eOwner } from '../support/e2e-owner.ts'

/** Moves the focus with Tab until it stands on what is wanted, as somebody without a mouse does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    const isThere = await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)
    if (isThere) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never comes to ${selector}`)
}

test('staff sign in, read the queue, refuse an ad with a reason and undo it, on a keyboard alone', async ({ page }) => {
  await page.goto('/admin/moderation')
  await tabTo(page, 'form:has(input[name="password"]) input[name="email"]')
  await page.keyboard.type(e2eOwner.email)
  await page.keyboard.press('Tab')
  await page.keyboard.type(e2eOwner.password)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/admin/moderation**', { waitUntil: 'commit' })

  const title = page.locator('#content h2, #content h1').nth(1)
  await expect(page.locator('[data-key="j"]')).toBeVisible()
  const first = await title.textContent()
  await page.keyboard.press('j')
  await expect(title).not.toHaveText(first ?? '')
  const second = (await title.textContent()) ?? ''
  await page.keyboard.press('k')
  await expect(title).toHaveText(first ?? '')
  await page.keyboard.press('j')
  await expect(title).toHaveText(second)

  await page.keyboard.press('r')
  await expect(page.locator('[data-key="r"]')).toBeChecked()
  await page.keyboard.press('1')
  await expect(page.locator('[name="explanation"]')).not.toHaveValue('')
  await tabTo(page, '.stop-form button[type="submit"]')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-key="u"]').first()).toBeVisible()
  await page.keyboard.press('u')
  await expect(page.locator('#content')).toContainText(second)

  await page.keyboard.press('?')
  await expect(page.locator('dialog[open]')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('dialog[open]')).toHaveCount(0)
})
