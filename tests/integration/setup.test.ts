import { afterEach, beforeEach, expect, test } from 'vitest'
import { listAuditByPrefix, listAuditOf } from '../../lib/audit/audit-queries.ts'
import { changeContent } from '../../lib/catalogue/change-content.ts'
import { changeLogo } from '../../lib/catalogue/change-logo.ts'
import { changeLook } from '../../lib/catalogue/change-look.ts'
import { changeSetting } from '../../lib/catalogue/change-setting.ts'
import { loadCategoryTree } from '../../lib/categories/categories-queries.ts'
import { refreshSentences } from '../../lib/content/refresh-sentences.ts'
import { readSettingsForm } from '../../lib/http/settings-forms.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { hasOwner } from '../../lib/members/members-queries.ts'
import { lookPresets, usualLook } from '../../lib/settings/look.ts'
import { findSetting } from '../../lib/settings/settings-queries.ts'
import { createOwner } from '../../lib/setup/create-owner.ts'
import { runSetup, setupFile } from '../../lib/setup/run-setup.ts'
import { isSetupToken, setupToken } from '../../lib/setup/setup.ts'
import { isSetupOpen, setupState } from '../../lib/setup/setup-state.ts'
import { openTestDatabase } from '../support/test-database.ts'
import { testNow } from '../support/test-site.ts'

let database: ReturnType<typeof openTestDatabase>
beforeEach(() => {
  database = openTestDatabase({ OBOLE_MODE: 'live' })
  refreshSentences()
})
afterEach(() => database.close())

const by = { actor: 'member:test', now: testNow }
const owner = {
  email: 'anne@example.org',
  displayName: 'Anne',
  password: 'une phrase assez longue',
  locale: 'fr' as const,
}

test('of many who set a site up at the same moment, one owns it', async () => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: 5 }, (_, at) => createOwner({ ...owner, email: `a${at}@example.org` }, by)),
  )
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(hasOwner()).toBe(true)
  await expect(createOwner({ ...owner, email: 'late@example.org' }, by)).rejects.toMatchObject({ code: 'not_found' })
})

test('the owner’s account is checked like any other, and the token is no other', async () => {
  await expect(createOwner({ ...owner, password: 'court' }, by)).rejects.toMatchObject({ code: 'invalid_input' })
  expect(hasOwner()).toBe(false)
  expect([isSetupToken(setupToken()), isSetupToken(''), isSetupToken(`${setupToken()}x`)]).toEqual([true, false, false])
})

test('a file sets a live site up from nothing, and once more changes nothing', async () => {
  expect(isSetupOpen()).toBe(true)
  const file = setupFile.parse({
    owner,
    publisher: { name: 'Atelier', address: '1 rue', email: 'a@example.org', phone: '', siret: '' },
    site: { countries: ['FR', 'BE'], currency: 'EUR' },
    vatRates: { FR: 2000 },
    name: 'Les Luthiers',
    look: 'registre',
    categories: 'instruments',
    revealPriceMinor: 250,
  })
  await runSetup(file, testNow)
  const tree = loadCategoryTree()
  expect(tree.roots).toHaveLength(6)
  expect(new Set(tree.all.map(({ revealPriceMinor }) => revealPriceMinor))).toEqual(new Set([250]))
  expect(findSetting('look')).toEqual(lookPresets.registre)
  expect(translate('en', 'common')('siteName')).toBe('Les Luthiers')
  expect(setupState()).toMatchObject({
    publisher: 'done',
    site: 'done',
    brand: 'done',
    categories: 'done',
    payments: 'open',
  })

  await runSetup(file, testNow + 1)
  expect(loadCategoryTree().all).toHaveLength(tree.all.length)
  expect(setupFile.safeParse({ secret: 'x' }).success).toBe(false)
})

test('every starter tree can be planted, once', async () => {
  await runSetup(setupFile.parse({ categories: 'vehicles' }), testNow)
  const count = loadCategoryTree().all.length
  expect(count).toBeGreaterThan(15)
  expect(await runSetup(setupFile.parse({ categories: 'instruments' }), testNow)).toEqual([
    'There are categories already; they were left as they are.',
  ])
  expect(loadCategoryTree().all).toHaveLength(count)
})

test('a look that cannot be read is refused and nothing is kept', async () => {
  const faint = { ...usualLook, quietLightness: 0.7 }
  const refusal = changeLook(faint, { name: 'X', ...by })
  await expect(refusal).rejects.toMatchObject({ fields: [{ field: 'look', code: 'contrast' }] })
  expect(findSetting('look')).toEqual(usualLook)
  expect(translate('fr', 'common')('siteName')).not.toBe('X')

  await changeLook(lookPresets.criee, { name: undefined, ...by })
  expect(Object.keys(findSetting('brand').light)).toContain('ink')
  expect(listAuditOf('setting:look')).toMatchObject([{ action: 'look_changed' }])
})

test('a mark is cleaned or drawn anew, and what is no picture is refused', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>x</script><path d="M0 0h9v9z"/></svg>'
  await changeLogo(Buffer.from(svg), by)
  const kept = Buffer.from(findSetting('logo')?.base64 ?? '', 'base64').toString()
  expect(kept).toContain('M0 0h9v9z')
  expect(kept).not.toContain('script')
  await expect(changeLogo(Buffer.from('GIF89a nothing'), by)).rejects.toMatchObject({ fields: [{ code: 'unsafe' }] })
  await expect(changeLogo(Buffer.alloc(200_000), by)).rejects.toMatchObject({ fields: [{ code: 'too_big' }] })
  await changeLogo(undefined, by)
  expect(findSetting('logo')).toBeNull()
})

const words = { kind: 'sentence', locale: 'fr', title: null } as const

test('a sentence of the operator’s own is shown at once, and ours again when it is taken back', async () => {
  const ours = translate('fr', 'texts')('pricesLead')
  await changeContent({ ...words, key: 'texts.pricesLead', body: 'Nos tarifs.' }, by)
  expect(translate('fr', 'texts')('pricesLead')).toBe('Nos tarifs.')
  expect(translate('en', 'texts')('pricesLead')).not.toBe('Nos tarifs.')
  await changeContent({ ...words, key: 'texts.pricesLead', body: '' }, { ...by, now: testNow + 1 })
  expect(translate('fr', 'texts')('pricesLead')).toBe(ours)
  expect(listAuditByPrefix('text:sentence:').map(({ action }) => action)).toEqual(['text_reset', 'text_changed'])
})

test('a sentence must fill in what ours fills in and be readable; unknown texts are refused', async () => {
  const refused = (key: string, body: string) => changeContent({ ...words, key, body }, by)
  const code = (name: string) => ({ fields: [{ code: name }] })
  await expect(refused('texts.pricesStep', 'Sans valeur')).rejects.toMatchObject(code('placeholders'))
  await expect(refused('texts.pricesStep', '{billed} {price} {phone}')).rejects.toMatchObject(code('placeholders'))
  await expect(refused('texts.pricesLead', 'Ouvert {')).rejects.toMatchObject(code('syntax'))
  await expect(refused('texts.nothing', 'x')).rejects.toMatchObject(code('unknown'))
  await expect(refused('pricing.title', 'x')).rejects.toMatchObject(code('unknown'))
  const page = { kind: 'page', locale: 'fr', title: '', body: 'x' } as const
  await expect(changeContent({ ...page, key: 'terms' }, by)).rejects.toMatchObject(code('required'))
  await expect(changeContent({ ...page, key: 'nothing', title: 'x' }, by)).rejects.toMatchObject(code('unknown'))
})

test('forms of the settings mean what was typed, and refuse what cannot be', async () => {
  const rates = readSettingsForm('vat', { rates: 'FR : 20\nGB = 20,5 %' })
  expect(rates).toEqual({ key: 'vatRates', value: { FR: 2000, GB: 2050 } })
  await changeSetting('vatRates', rates.value as Record<string, number>, { ...by, now: testNow + 5 })
  expect(findSetting('vatRates')).toEqual({ FR: 2000, GB: 2050 })
  expect(listAuditOf('setting:vatRates')[0]?.detail).toContain('2050')
  for (const [section, typed] of [
    ['vat', { rates: 'France vingt' }],
    ['caps', { payerDayMinor: '50', payerMonthMinor: '300', telcoPaymentMinor: '51', telcoMonthMinor: '300' }],
    ['publisher', { name: '', address: 'x', email: 'a@example.org' }],
    ['site', { countries: 'Atlantis', currency: 'EUR' }],
  ] as const)
    expect(() => readSettingsForm(section, typed), section).toThrow('invalid_input')
  expect(() => readSettingsForm('nothing', {})).toThrow('not_found')
})
