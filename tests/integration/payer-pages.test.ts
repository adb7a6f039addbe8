import { afterAll, beforeAll, expect, test } from 'vitest'
import { commit } from '../../db/commit.ts'
import { findAccount } from '../../lib/providers/accounts-queries.ts'
import { changeAccountSettings } from '../../lib/providers/accounts-store.ts'
import { closeAccount } from '../../lib/providers/close-account.ts'
import { startFakeSite } from '../support/fake-site.ts'
import { openTestSite, testNow } from '../support/test-site.ts'

const operator = 'https://pay.operator.example'
let site: Awaited<ReturnType<typeof openTestSite>>
let server: Awaited<ReturnType<typeof startFakeSite>>

beforeAll(async () => {
  site = await openTestSite()
  const settings = { ...findAccount('camara')?.settings, payerHosts: operator }
  await commit([changeAccountSettings('camara', settings)])
  server = await startFakeSite((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end('<p>page</p>')
  })
})
afterAll(async () => {
  await server.stop()
  site.close()
})

/** Where forms of a page may lead. */
async function formTargets(path: string): Promise<string> {
  const policy = (await fetch(server.origin + path)).headers.get('content-security-policy') ?? ''
  return /form-action ([^;]*)/.exec(policy)?.[1] ?? 'nothing said'
}

test.each([
  '/fr/annonce/K7P204/contact',
  '/en/pay/purchase',
  '/fr/solde/recharger',
  '/fr/offrir/K7P204?for=boost',
  '/en/post/draft/pay',
  '/admin/providers/camara',
])('a form of %s may be led to a site that an account sends its payers to, and to no other', async (path) => {
  const targets = (await formTargets(path)).split(' ')
  expect(targets).toContain("'self'")
  expect(targets).toContain(operator)
  expect(targets).not.toContain('https://elsewhere.example')
  expect(targets).not.toContain('*')
})

test.each([
  '/fr',
  '/fr/annonces',
  '/fr/annonce/K7P204/terrot',
  '/fr/annonce/K7P204/signaler',
  '/fr/connexion',
  '/en/sign-up',
  '/fr/espace/securite',
  '/fr/mes-acces/retrouver',
  '/fr/solde',
  '/fr/deposer/draft/contact',
  '/fr/reclamation',
  '/admin/providers',
  '/admin/providers/new',
])('a form of %s leads nowhere but here', async (path) => {
  expect(await formTargets(path)).toBe("'self'")
})

test('a closed account names nobody any more', async () => {
  await closeAccount({ id: 'camara', actor: 'member:test', now: testNow })
  await new Promise((resolve) => setTimeout(resolve, 5100))
  expect(await formTargets('/en/pay/purchase')).not.toContain(operator)
}, 30_000)
