import { afterEach, beforeEach, expect, test } from 'vitest'
import { writer } from '../../db/client.ts'
import { commit } from '../../db/commit.ts'
import { listAuditOf } from '../../lib/audit/audit-queries.ts'
import { recordAudit } from '../../lib/audit/audit-store.ts'
import { defaultSettings } from '../../lib/settings/settings.ts'
import { findSetting, settingVersion } from '../../lib/settings/settings-queries.ts'
import { saveSetting } from '../../lib/settings/settings-store.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

const now = Date.UTC(2026, 10, 22, 9)
let database: TestDatabase

beforeEach(() => {
  database = openTestDatabase()
})
afterEach(() => database.close())

test('a setting has its default until it is changed', async () => {
  expect(findSetting('vatRates')['FR']).toBe(2000)
  expect(settingVersion('vatRates')).toBe(0)

  await commit([saveSetting('vatRates', { ...defaultSettings.vatRates, FR: 1960 }, now)])

  expect(findSetting('vatRates')['FR']).toBe(1960)
})

test('a change is seen at once and has a new version, even in the same millisecond', async () => {
  const publisher = { ...defaultSettings.publisher, name: 'Grange SARL' }
  await commit([saveSetting('publisher', publisher, now)])
  const first = settingVersion('publisher')
  expect(findSetting('publisher').name).toBe('Grange SARL')

  await commit([saveSetting('publisher', { ...publisher, name: 'Grange SAS' }, now)])

  expect(findSetting('publisher').name).toBe('Grange SAS')
  expect(settingVersion('publisher')).toBeGreaterThan(first)
})

test('the caps can be lowered but not raised above those of the law', () => {
  const caps = defaultSettings.caps
  expect(() => saveSetting('caps', { ...caps, telcoPaymentMinor: 3000 }, now)).not.toThrow()
  expect(() => saveSetting('caps', { ...caps, telcoPaymentMinor: 5001 }, now)).toThrow()
  expect(() => saveSetting('caps', { ...caps, telcoMonthMinor: 30_001 }, now)).toThrow()
})

test('a design token cannot close its declaration or fetch anything', () => {
  const brand = (value: string) => saveSetting('brand', { all: { ink: value }, light: {}, dark: {} }, now)
  for (const good of ['#123456', 'oklch(0.6 0.1 90 / 50%)', '4px']) expect(() => brand(good)).not.toThrow()
  for (const bad of ['red; background: url(//x)', 'url(http://x)', 'red}', '</style>'])
    expect(() => brand(bad)).toThrow()
})

test('what was done stays written', async () => {
  await commit([
    recordAudit({ actor: 'member:1', action: 'provider.paused', subject: 'provider:a', detail: { by: 'hand' } }, now),
  ])

  expect(listAuditOf('provider:a')).toMatchObject([{ action: 'provider.paused', detail: '{"by":"hand"}' }])
  expect(() => writer().$client.exec("update audit_log set actor = 'nobody'")).toThrow('append-only')
})
