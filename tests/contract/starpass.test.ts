import { afterAll, describe, expect, test } from 'vitest'
import { eur } from '../../lib/money/money.ts'
import type { AccountContext } from '../../lib/providers/provider.ts'
import { providerOf } from '../../lib/providers/registry.ts'
import { startAnsweringServer } from '../support/answering-server.ts'
import { chargeRequest, now } from '../support/provider-messages.ts'
import { samplesOf } from './fixtures.ts'
import { runProviderContract } from './run-provider-contract.ts'

const provider = providerOf('starpass')
const company = await startAnsweringServer()
afterAll(() => company.close())

const account: AccountContext = {
  accountId: 'account-1',
  mode: 'live',
  settings: { baseUrl: company.origin, idp: '35010', idd: '420150', brackets: '1=150, 2=300', currency: 'EUR' },
  callbackUrl: 'https://annonces.example/api/callbacks/account-1/token',
}
const pricePoint = { id: 'FR-150', country: 'FR', currency: 'EUR', minor: 150, number: '0899030150' } as const

runProviderContract({
  provider,
  account,
  unusable: [
    { settings: { idp: '' }, says: /idp/ },
    { settings: { brackets: 'many' }, says: /brackets/ },
    { settings: { baseUrl: 'ftp://script.starpass.fr' }, says: /baseUrl/ },
  ],
  charge: chargeRequest(account, { pricePoint }),
})

describe('giving StarPass a code', () => {
  const ask = { account, reference: 'dial:c', correlator: 'correlator-1', code: 'AB12CD34', amount: eur(150), now }
  const valid = samplesOf('starpass').find(({ name }) => name === 'valid SMS code')?.response_body ?? ''
  const invalid = samplesOf('starpass').find(({ name }) => name === 'invalid')?.response_body ?? ''

  test('asks with the document, the code and our correlator', async () => {
    company.answer({ body: valid })
    expect(await provider.redeemCode?.(ask)).toMatchObject({ state: 'paid', amount: eur(150), isTest: false })
    const url = new URL(company.heard.at(-1)?.url ?? '', company.origin)
    expect(url.pathname).toBe('/check_php.php')
    expect(Object.fromEntries(url.searchParams)).toEqual({
      ident: '35010;;420150',
      codes: 'AB12CD34',
      DATAS: 'correlator-1',
    })
  })

  test('what was paid is the price step that StarPass names, not what was asked for', async () => {
    company.answer({ body: valid.replace('|1|', '|2|') })
    expect(await provider.redeemCode?.(ask)).toMatchObject({ state: 'paid', amount: eur(300) })
  })

  test('a code is one event, whatever the charge, its case and the time', async () => {
    company.answer({ body: valid })
    const first = await provider.redeemCode?.(ask)
    const again = await provider.redeemCode?.({ ...ask, correlator: 'c-2', code: 'ab12cd34', now: now + 1000 })
    expect(again?.eventId).toBe(first?.eventId)
    expect(again?.reference).toBe(first?.reference)
    expect((await provider.redeemCode?.({ ...ask, code: 'AB12CD35' }))?.eventId).not.toBe(first?.eventId)
  })

  test.each([
    ['refused', invalid],
    ['of a price step that is not ours', valid.replace('|1|', '|77|')],
    ['of a test, on a live account', valid.replace('|1|', '||')],
  ])('a code that is %s buys nothing, and another may be tried', async (_name, body) => {
    company.answer({ body })
    expect(await provider.redeemCode?.(ask)).toMatchObject({ state: 'awaiting_payer', failure: 'invalid_code' })
  })

  test('a test code is worth its price on a test account however often it is tried, and a paid one is not', async () => {
    const test = { ...account, mode: 'test' } as const
    company.answer({ body: valid.replace('|1|', '||') })
    const tried = await provider.redeemCode?.({ ...ask, account: test })
    expect(tried).toMatchObject({ state: 'paid', isTest: true })
    const again = await provider.redeemCode?.({ ...ask, account: test, correlator: 'c-2' })
    expect(again?.eventId).not.toBe(tried?.eventId)
    company.answer({ body: valid })
    expect(await provider.redeemCode?.({ ...ask, account: test })).toMatchObject({ failure: 'invalid_code' })
  })

  test.each([
    ['without an address', { body: 'OUI||fr|Plus+A|1|sms' }],
    ['cut short', { body: 'OUI|https://x' }],
    ['empty', { body: '' }],
    ['an error', { status: 500, body: valid }],
    ['elsewhere', { status: 302, headers: { location: 'https://other.example/' } }],
  ])('an answer that is %s is no payment', async (_name, told) => {
    company.answer(told)
    await expect(provider.redeemCode?.(ask)).rejects.toThrow(/StarPass|did not answer/)
  })

  test('what is no code is not even asked about', async () => {
    const before = company.heard.length
    for (const code of ['', 'abc', 'a'.repeat(17), 'ab;cd', '%0aX123']) {
      expect(await provider.redeemCode?.({ ...ask, code })).toMatchObject({ failure: 'invalid_code' })
    }
    expect(company.heard).toHaveLength(before)
  })
})
