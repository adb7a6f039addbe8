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

/**
 * Does what opens an ad, and waits until its page takes keys: the moment it takes the ad for its reader.
 *
 * @returns Which ad it took. Titles do not tell: two ads may be called the same.
 */
async function opening(page: Page, act: () => Promise<void>): Promise<string> {
  const isTaken = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/claim'))
  await act()
  return (await isTaken).url()
}

test('staff sign in, read the queue, refuse an ad with a reason and undo it, on a keyboard alone', async ({ page }) => {
  await page.goto('/admin/moderation')
  await tabTo(page, 'form:has(input[name="password"]) input[name="email"]')
  await page.keyboard.type(e2eOwner.email)
  await page.keyboard.press('Tab')
  await page.keyboard.type(e2eOwner.password)
  const first = await opening(page, () => page.keyboard.press('Enter'))

  const second = await opening(page, () => page.keyboard.press('j'))
  expect(second).not.toBe(first)
  expect(await opening(page, () => page.keyboard.press('k'))).toBe(first)
  expect(await opening(page, () => page.keyboard.press('j'))).toBe(second)

  await page.keyboard.press('r')
  await expect(page.locator('[data-key="r"]')).toBeChecked()
  await page.keyboard.press('1')
  await expect(page.locator('[name="explanation"]')).not.toHaveValue('')
  await tabTo(page, '.stop-form button[type="submit"]')
  expect(await opening(page, () => page.keyboard.press('Enter'))).not.toBe(second)
  await expect(page.locator('[data-key="u"]').first()).toBeVisible()
  expect(await opening(page, () => page.keyboard.press('u'))).toBe(second)

  await page.keyboard.press('?')
  await expect(page.locator('dialog[open]')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('dialog[open]')).toHaveCount(0)
})
