import { expect, type Page, test } from '@playwright/test'
import { e2eKeyHolder } from '../support/e2e-owner.ts'

/** An authenticator inside the browser, as a telephone or a security key would be one. */
async function plugInAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/fr/connexion?next=/fr/espace/securite')
  const form = page.locator('form:has(input[name="password"])')
  await form.locator('input[name="email"]').fill(e2eKeyHolder.email)
  await form.locator('input[name="password"]').fill(e2eKeyHolder.password)
  await form.locator('button[type="submit"]').click()
  await page.waitForURL('**/espace/securite**')
}

test('a passkey is added to an account and signs in to it', async ({ page }) => {
  await plugInAuthenticator(page)
  await signIn(page)
  await page.getByRole('button', { name: 'Ajouter une clé' }).or(page.locator('.passkey button')).first().click()
  await page.waitForURL(/securite/)
  await expect(page.locator('main')).toContainText(/ajoutée/i)

  await page.context().clearCookies()
  await page.goto('/fr/connexion?next=/fr/espace/securite')
  await page.locator('.passkey button').first().click()
  await page.waitForURL('**/espace/securite**')
  await expect(page.locator('h1')).toBeVisible()
})
