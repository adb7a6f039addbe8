import { afterAll, expect, test } from 'vitest'
import { writer } from '../../db/client.ts'
import { seal } from '../../lib/config/keys.ts'
import { findAccount } from '../../lib/providers/accounts-queries.ts'
import { listPayerHosts } from '../../lib/providers/payer-hosts.ts'
import { openTestSite } from '../support/test-site.ts'

const site = await openTestSite()
afterAll(() => site.close())

function setHosts(payerHosts: string): void {
  const settings = { ...findAccount('camara')?.settings, payerHosts }
  const sealed = seal('provider-settings', 'camara', JSON.stringify(settings))
  writer().$client.prepare('update provider_accounts set settings = ? where id = ?').run(sealed, 'camara')
}

test('forms may lead where accounts send their payers, and a setting cannot widen the policy', () => {
  setHosts("https://pay.operator.example, https://x.example;script-src *, 'unsafe-inline', https://*, javascript:x")
  const hosts = listPayerHosts(1_000_000)
  expect(hosts).toContain('https://pay.operator.example')
  expect(hosts.join(' ')).not.toMatch(/[;'\s]unsafe|script-src|javascript|https:\/\/\*(\s|$)/)
  setHosts('https://other.operator.example')
  expect(listPayerHosts(1_001_000)).toEqual(hosts)
  expect(listPayerHosts(1_006_000)).toContain('https://other.operator.example')
})
