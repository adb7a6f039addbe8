import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { writer } from '../../db/client.ts'
import { cancelPurchase } from '../../lib/checkout/cancel-purchase.ts'
import { replayCallback } from '../../lib/checkout/replay-callback.ts'
import { requestTest } from '../../lib/checkout/request-test.ts'
import { config, useConfig } from '../../lib/config/env.ts'
import { findAccount } from '../../lib/providers/accounts-queries.ts'
import { closeAccount } from '../../lib/providers/close-account.ts'
import { editAccount } from '../../lib/providers/edit-account.ts'
import { openAccount } from '../../lib/providers/open-account.ts'
import { listAddableProviders } from '../../lib/providers/registry.ts'
import { setTerms } from '../../lib/providers/set-terms.ts'
import { withTermsAt } from '../../lib/providers/terms-queries.ts'
import { listInboxMessages } from '../../lib/purchases/inbox-queries.ts'
import { findAccountPage } from '../../lib/reports/provider-page-queries.ts'
import { day } from '../../lib/time/time.ts'
import { startFakeCompany } from '../contract/fake-company.ts'
import { openTestSite, testNow } from '../support/test-site.ts'

let site: Awaited<ReturnType<typeof openTestSite>>
let company: Awaited<ReturnType<typeof startFakeCompany>>
const by = { actor: 'member:owner', now: testNow }
const key = 'k8Xw2Qp5Zr7Lm1Vb9Nc4Td6Hs3Jf0Ga5'
const secret = 'u4Rt7Yw1Qz9Xc3Vb6Nm8Kj2Hg5Fd0Sa7'

beforeAll(async () => {
  site = await openTestSite()
  company = await startFakeCompany()
})
afterAll(async () => {
  await company.close()
  site.close()
})

function fields(changes: Readonly<Record<string, string>> = {}) {
  return {
    label: 'Ma banque',
    mode: 'test',
    countries: 'fr be',
    currency: 'EUR',
    min: '1,00',
    max: '500',
    commission: '1,4',
    fixed: '0,25',
    delay: '7',
    s_baseUrl: company.baseUrl,
    s_merchantId: 'm-1',
    s_apiKey: key,
    s_secret: secret,
    ...changes,
  }
}

const problemsOf = (error: unknown) =>
  (error as { fields?: readonly { field: string }[] }).fields?.map(({ field }) => field)

test('an account is added paused, from the description of its adapter, and its secrets are never shown again', async () => {
  const { id } = await openAccount(fields(), { kind: 'sim_card', ...by })
  expect(findAccount(id)).toMatchObject({
    state: 'paused',
    countries: ['FR', 'BE'],
    minMinor: 100,
    maxMinor: 50_000,
    terms: { commissionBp: 140, fixedMinor: 25 },
  })
  const page = JSON.stringify(findAccountPage(id, testNow))
  expect(page).not.toContain(key)
  expect(page).not.toContain(secret)
  expect(page).toContain(`/api/callbacks/${id}/`)
})

test('what is wrong with an account is said of each field, and nothing is kept', async () => {
  const count = site.count('provider_accounts')
  const wrong = {
    label: '',
    countries: 'Fr1',
    max: '0,50',
    ladder: 'FR three',
    commission: '120',
    s_apiKey: 'changeme',
    s_secret: 'short',
  }
  const problems = problemsOf(
    await openAccount(fields(wrong), { kind: 'sim_card', ...by }).catch((error: unknown) => error),
  )
  expect(problems).toEqual(
    expect.arrayContaining(['label', 'countries', 'max', 'ladder', 'commission', 's_apiKey', 's_secret']),
  )
  expect(site.count('provider_accounts')).toBe(count)
})

test('a secret left empty stays, and a new one moves the old one aside', async () => {
  const { id } = await openAccount(fields(), { kind: 'sim_card', ...by })
  await editAccount(fields({ label: 'Autre nom', s_apiKey: '', s_secret: '' }), { id, ...by })
  expect(findAccount(id)).toMatchObject({ label: 'Autre nom', settings: { apiKey: key, secret } })
  const next = `${secret}next`
  await editAccount(fields({ s_apiKey: '', s_secret: next }), { id, ...by })
  expect(findAccount(id)?.settings).toMatchObject({ secret: next, previousSecret: secret })
  const logged = site.row<{ log: string }>(
    'select group_concat(detail) as log from audit_log where subject = ?',
    `provider_account:${id}`,
  )
  expect(logged.log).not.toContain(secret)
})

test('terms hold from their day on', async () => {
  const { id } = await openAccount(fields(), { kind: 'sim_card', ...by })
  await setTerms({ commission: '2', fixed: '', delay: '30', begins: '2027-01-01' }, { id, ...by })
  const account = findAccount(id)
  if (!account) throw new Error('the account is not there')
  expect(withTermsAt(account, testNow).terms.commissionBp).toBe(140)
  expect(withTermsAt(account, Date.UTC(2027, 0, 2))).toMatchObject({
    terms: { commissionBp: 200 },
    payoutDelayDays: 30,
  })
})

test('a trial runs the smallest purchase through a paused account, for whoever tries it', async () => {
  const { id } = await openAccount(fields(), { kind: 'sim_card', ...by })
  const payer = await site.payer()
  const context = { actor: payer, now: testNow, locale: 'fr' as const, address: '192.0.2.9' }
  const outcome = await requestTest({ accountId: id, payer, msisdn: undefined }, context)
  expect(outcome).toMatchObject({ kind: 'open', opening: { kind: 'redirect' } })
  expect(company.asked.at(-1)?.body).toMatchObject({ amount: '1.00', mode: 'test' })
  expect(findAccountPage(id, testNow)?.calls[0]?.request).not.toContain(key)
})

test('what is said to a provider is kept in the sync of the disk that keeps what it answered', async () => {
  const { id } = await openAccount(fields(), { kind: 'sim_card', ...by })
  const payer = await site.payer()
  const context = { actor: payer, now: testNow, locale: 'fr' as const, address: '192.0.2.9' }
  const said = site.count('provider_calls')
  const exec = vi.spyOn(writer().$client, 'exec')
  await requestTest({ accountId: id, payer, msisdn: undefined }, context)
  const syncs = exec.mock.calls.filter(([sql]) => sql === 'COMMIT').length
  exec.mockRestore()
  expect(site.count('provider_calls')).toBe(said + 1)
  // One before anybody is asked, one after.
  expect(syncs).toBe(2)
})

test('what a provider is told when a payer gives up is kept beside what else it is asked', async () => {
  const { id } = await openAccount(fields(), { kind: 'sim_card', ...by })
  const payer = await site.payer()
  const context = { actor: payer, now: testNow, locale: 'fr' as const, address: '192.0.2.9' }
  const outcome = await requestTest({ accountId: id, payer, msisdn: undefined }, context)
  const { purchaseId = '' } = outcome as { purchaseId?: string }
  await cancelPurchase({ id: purchaseId, locale: 'fr' }, context)
  expect(findAccountPage(id, testNow)?.calls.map(({ request }) => /\/(\w+)\n/.exec(request)?.[1])).toContain('cancel')
})

test('a trial bills no telephone that is none, and sends the provider the number as it is dialled', async () => {
  const payer = await site.payer()
  const context = { actor: payer, now: testNow, locale: 'fr' as const, address: '192.0.2.9' }
  const { id } = await openAccount(fields(), { kind: 'sim_carrier', ...by })
  const trial = (msisdn: string) => requestTest({ accountId: id, payer, msisdn }, context)
  const charges = site.count('charges')
  await expect(trial('12')).rejects.toMatchObject({ fields: [{ field: 'msisdn', code: 'not_a_number' }] })
  expect(site.count('charges')).toBe(charges)
  await trial('06 39 98 12 34')
  expect(company.asked.at(-1)?.body).toMatchObject({ msisdn: '+33639981234' })
})

test('a simulated company is no provider outside the demonstration', async () => {
  const demo = config()
  const count = site.count('provider_accounts')
  useConfig({ ...demo, mode: 'live' })
  try {
    for (const kind of ['sim_card', 'sim_call', 'sim_carrier', 'sim_prepaid', 'wallet', 'voucher', 'nobody']) {
      await expect(openAccount(fields(), { kind, ...by })).rejects.toMatchObject({ code: 'not_found' })
    }
    expect(listAddableProviders().map(({ kind }) => kind)).toContain('stripe')
  } finally {
    useConfig(demo)
  }
  expect(site.count('provider_accounts')).toBe(count)
})

test('a test account of a live site proves that it works and books nothing', async () => {
  const { id } = await openAccount(fields(), { kind: 'sim_card', ...by })
  const payer = await site.payer()
  const context = { actor: payer, now: testNow, locale: 'fr' as const, address: '192.0.2.9' }
  const outcome = await requestTest({ accountId: id, payer, msisdn: undefined }, context)
  const { purchaseId = '' } = outcome as { purchaseId?: string }
  const before = site.count('ledger_transactions')
  const demo = config()
  useConfig({ ...demo, mode: 'live' })
  try {
    const { id: chargeId } = site.row<{ id: string }>('select id from charges where purchase_id = ?', purchaseId)
    const charge = site.chargeById(chargeId)
    expect(await site.deliver(charge, site.paid(charge))).toMatchObject({ outcome: 'ignored' })
  } finally {
    useConfig(demo)
  }
  expect(site.count('ledger_transactions')).toBe(before)
  expect(findAccount(id)?.testedAt).toBe(testNow + 60_000)
  await site.requireSoundBooks()
})

test('a message read again never counts twice', async () => {
  const token = site.quote(await site.addAd(), 'card-eur')
  await site.buy(await site.payer(), token)
  const charge = site.chargeOf(token)
  await site.deliver(charge, site.paid(charge, { eventId: 'once' }))
  const before = site.count('ledger_transactions')
  const kept = listInboxMessages('card-eur', 5).find(({ chargeId }) => chargeId === charge.id)
  const replays = Array.from({ length: 10 }, () => replayCallback(kept?.id ?? '', { ...by, now: testNow + day }))
  for (const replayed of await Promise.all(replays)) expect(replayed.outcome).toBeUndefined()
  expect(site.count('ledger_transactions')).toBe(before)
  await site.requireSoundBooks()
})

test('a closed account takes nothing new and cannot be changed', async () => {
  const { id } = await openAccount(fields(), { kind: 'sim_card', ...by })
  await closeAccount({ id, ...by })
  expect(findAccount(id)).toMatchObject({ state: 'paused', closedAt: testNow })
  await expect(editAccount(fields(), { id, ...by })).rejects.toMatchObject({ code: 'not_found' })
  const payer = await site.payer()
  const context = { actor: payer, now: testNow, locale: 'fr' as const, address: '192.0.2.9' }
  await expect(requestTest({ accountId: id, payer, msisdn: undefined }, context)).rejects.toMatchObject({
    code: 'not_found',
  })
})
