import { afterEach, beforeEach, expect, test } from 'vitest'
import { parseSearch } from '../../lib/ads/search-address.ts'
import { searchAds } from '../../lib/ads/search-queries.ts'
import { listAuditOf } from '../../lib/audit/audit-queries.ts'
import { addCategory } from '../../lib/catalogue/add-category.ts'
import { changeCategory } from '../../lib/catalogue/change-category.ts'
import { moveCategory } from '../../lib/catalogue/move-category.ts'
import { refileCategories } from '../../lib/catalogue/refile-categories.ts'
import { saveField } from '../../lib/catalogue/save-field.ts'
import { type CategoryDto, type FieldDto, plainField } from '../../lib/categories/categories.ts'
import { findCategoryByKey, listOwnFields, loadCategoryTree } from '../../lib/categories/categories-queries.ts'
import type { CategoryChange } from '../../lib/categories/categories-store.ts'
import { findCategoryPage } from '../../lib/http/category-address.ts'
import { openTestSite, testNow } from '../support/test-site.ts'

let site: Awaited<ReturnType<typeof openTestSite>>
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => site.close())

const staff = { actor: 'member:test', now: testNow }

function category(key: string): CategoryDto {
  const found = findCategoryByKey(key)
  if (!found) throw new Error(`there is no ${key}`)
  return found
}

function changeOf(key: string, changes: Partial<CategoryChange> = {}): CategoryChange {
  const { id, parent, slug, label, revealMode, isActive, legalKind, paidDays, freeQuota, freeUntil, adDays } =
    category(key)
  const kept = { id, parent, slug, label, revealMode, isActive, legalKind, paidDays, freeQuota, freeUntil, adDays }
  return { ...kept, ...changes }
}

const found = (key: string) =>
  searchAds(parseSearch(new URLSearchParams({ c: key })), { locale: 'fr', now: testNow }).total.count

test('a renamed category is found under its new address, and its old ones lead there for ever', async () => {
  await changeCategory(changeOf('vehicules', { slug: { fr: 'engins', en: 'machines' } }), staff)
  await changeCategory(changeOf('vehicules/motos', { slug: { fr: 'deux-roues', en: 'bikes' } }), staff)
  const to = { kind: 'moved', path: '/fr/annonces/engins/deux-roues' }
  expect(findCategoryPage('fr', ['engins', 'deux-roues'])).toMatchObject({ kind: 'found' })
  for (const former of [
    ['vehicules', 'motos'],
    ['engins', 'motos'],
    ['vehicles', 'motorcycles'],
  ])
    expect(findCategoryPage('fr', former)).toEqual(to)
  expect(findCategoryPage('en', ['vehicles', 'motorcycles'])).toEqual({ kind: 'moved', path: '/en/ads/machines/bikes' })
  expect(category('vehicules/motos').key).toBe('vehicules/motos')

  await changeCategory(changeOf('vehicules', { slug: { fr: 'vehicules', en: 'vehicles' } }), staff)
  expect(findCategoryPage('fr', ['vehicules', 'deux-roues'])).toMatchObject({ kind: 'found' })
  expect(findCategoryPage('fr', ['engins', 'deux-roues'])).toMatchObject({ kind: 'moved' })
})

test('a category that moves takes its ads along in the search', async () => {
  await site.addAd()
  const papers = category('documentation')
  expect([found('vehicules'), found('documentation')]).toEqual([1, 0])
  await changeCategory(changeOf('vehicules/motos', { parent: papers.id }), staff)
  while ((await refileCategories(testNow)) > 0);
  expect([found('vehicules'), found('documentation'), found('vehicules/motos')]).toEqual([0, 1, 1])
})

test('impossible trees and addresses are refused by the name of the field', async () => {
  const refused = (changes: Partial<CategoryChange>) => changeCategory(changeOf('vehicules', changes), staff)
  const field = (name: string, code: string) => ({ code: 'invalid_input', fields: [{ field: name, code }] })
  await expect(refused({ parent: category('vehicules/motos').id })).rejects.toMatchObject(field('parent', 'own_child'))
  await expect(refused({ slug: { fr: 'pieces', en: 'vehicles' } })).rejects.toMatchObject(field('slugFr', 'taken'))
  await expect(refused({ slug: { fr: 'vehicules', en: 'in' } })).rejects.toMatchObject(
    field('slugEn', 'invalid_format'),
  )
  await expect(refused({ slug: { fr: '../x', en: 'vehicles' } })).rejects.toMatchObject(
    field('slugFr', 'invalid_format'),
  )
  await expect(refused({ label: { fr: ' ', en: 'x' } })).rejects.toMatchObject(field('labelFr', 'required'))
  await expect(refused({ revealMode: 'paid_then_free' })).rejects.toMatchObject(field('paidDays', 'required'))
  await expect(changeCategory({ ...changeOf('vehicules'), id: 999 }, staff)).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('a new category begins with the terms of the one above, also when two people add it at once', async () => {
  const wanted = { parent: category('vehicules').id, labelFr: 'Roulottes', labelEn: 'Caravans' }
  const outcomes = await Promise.allSettled([addCategory(wanted, staff), addCategory(wanted, staff)])
  const added = category('vehicules/roulottes')
  expect(added).toMatchObject({ revealPriceMinor: 300, revealMode: 'paid', path: { en: ['vehicles', 'caravans'] } })
  expect(added.fields.map(({ key }) => key)).toContain('make')
  expect(outcomes.map(({ status }) => status)).toContain('fulfilled')
  expect(site.count('categories', `label_fr = 'Roulottes'`)).toBe(1)
  expect(listAuditOf(`category:${added.id}`)).toMatchObject([{ action: 'category_added' }])
})

test('categories change places among those beside them, and not beyond either end', async () => {
  const order = () => loadCategoryTree().roots.map(({ key }) => key)
  const before = order()
  const second = category(before[1] ?? '')
  const move = (direction: 'up' | 'down') => moveCategory(second.id, { direction, ...staff })
  await move('up')
  await move('up')
  expect(order()[0]).toBe(second.key)
  await move('down')
  expect(order()).toEqual(before)
})

const frame: FieldDto = {
  ...plainField,
  key: 'frame',
  type: 'choice',
  label: { fr: 'Cadre', en: 'Frame' },
  unit: null,
  isRequired: false,
  isFilterable: true,
  options: [
    { value: 'steel', label: { fr: 'Acier', en: 'Steel' } },
    { value: 'wood', label: { fr: 'Bois', en: 'Wood' } },
  ],
}

test('a new detail is asked for below its category too, and each change is kept with before and after', async () => {
  const { id } = category('vehicules')
  await saveField(id, frame, staff)
  expect(category('vehicules/motos').fields.map(({ key }) => key)).toContain('frame')
  await saveField(id, { ...frame, isActive: false, label: { fr: 'Châssis', en: 'Chassis' } }, staff)
  expect(listOwnFields(id).find(({ key }) => key === 'frame')).toMatchObject({
    isActive: false,
    label: { fr: 'Châssis' },
  })
  expect(listAuditOf(`category:${id}`).map(({ action }) => action)).toEqual(['field_changed', 'field_added'])
})

test('a detail that ads use keeps its type, and one nobody uses may change', async () => {
  await site.addAd()
  const { id } = category('vehicules')
  const year = listOwnFields(id).find(({ key }) => key === 'year')
  if (!year) throw new Error('vehicles have no year')
  const refusal = saveField(id, { ...year, type: 'text' }, staff)
  await expect(refusal).rejects.toMatchObject({ fields: [{ field: 'type', code: 'in_use' }] })
  await saveField(id, { ...year, isRequired: false }, staff)

  await saveField(id, frame, staff)
  await saveField(id, { ...frame, type: 'text', options: [] }, staff)
  expect(listOwnFields(id).find(({ key }) => key === 'frame')?.type).toBe('text')
})

test('a detail is refused when its conditions or its choices cannot hold', async () => {
  const { id } = category('vehicules')
  const refused = (changes: Partial<FieldDto>) => saveField(id, { ...frame, ...changes }, staff)
  const field = (name: string) => ({ fields: [{ field: name }] })
  await expect(refused({ options: [] })).rejects.toMatchObject(field('options'))
  await expect(refused({ key: 'Frame!' })).rejects.toMatchObject(field('key'))
  await expect(refused({ shownWhen: { key: 'nothing', values: ['x'] } })).rejects.toMatchObject(field('shownWhen'))
  await expect(refused({ requiredWhen: { key: 'running', values: ['x'] } })).rejects.toMatchObject(
    field('requiredWhen'),
  )
})
