import { expect, test } from 'vitest'
import { generateSite } from '../../db/seed/generator/generate-site.ts'
import { motifOf } from '../../db/seed/pictures/motifs.ts'
import { sceneOf } from '../../db/seed/pictures/scene.ts'
import type { SeedField } from '../../db/seed/seed-types.ts'
import { seedCategories } from '../../db/seed/sortie-de-grange/categories.ts'
import { seedFields } from '../../db/seed/sortie-de-grange/fields.ts'
import { moderationCases } from '../../db/seed/sortie-de-grange/moderation-cases.ts'
import type { FieldValue } from '../../lib/categories/categories.ts'
import { day } from '../../lib/time/time.ts'

const now = Date.UTC(2026, 10, 22, 8)
const site = generateSite({ now, adCount: 600 })
const caseTitles = new Set(moderationCases.map(({ title }) => title))
const written = site.ads.filter(({ title }) => !caseTitles.has(title.fr))
const fiction = /^(01 99 00|02 61 91|03 53 01|04 65 71|05 36 49|06 39 98) \d\d \d\d$|^(07700 900|01632 960)\d{3}$/

function publicTextOf(ad: (typeof site.ads)[number]): string {
  const advertiser = site.advertisers.find(({ handle }) => handle === ad.advertiserHandle)
  const alts = ad.pictures.map(({ alt }) => `${alt.fr} ${alt.en}`)
  const fields = Object.values(ad.fields).filter((value) => typeof value === 'string')
  return [
    ad.title.fr,
    ad.title.en,
    ad.body.fr,
    ad.body.en,
    advertiser?.publicName,
    advertiser?.handle,
    ...alts,
    ...fields,
  ].join('\n')
}

function valueProblem(field: SeedField, value: FieldValue | undefined): string | undefined {
  if (value === undefined) return field.isRequired ? 'missing' : undefined
  const kind = {
    text: 'string',
    choice: 'string',
    choices: 'object',
    date: 'string',
    boolean: 'boolean',
    integer: 'number',
    number: 'number',
    money: 'number',
    year: 'number',
  }[field.type]
  if (typeof value !== kind) return `is ${typeof value}`
  if (field.options && !field.options.some((option) => option.value === value)) return `no option ${value}`
  if (kind === 'number' && field.type !== 'number' && !Number.isInteger(value)) return 'not whole'
  return undefined
}

test('the same moment gives the same site, to the last letter', () => {
  expect(generateSite({ now, adCount: 600 })).toEqual(site)
})

test('there are 600 ads in every category, with titles, references and numbers of their own', () => {
  expect(site.ads).toHaveLength(600)
  expect(new Set(site.ads.map(({ title }) => title.fr)).size).toBe(600)
  expect(new Set(written.map(({ title }) => title.en)).size).toBe(592)
  expect(new Set(site.ads.map(({ ref }) => ref)).size).toBe(600)
  expect(new Set(site.ads.map(({ number }) => number)).size).toBe(600)
  const leaves = seedCategories.filter(({ parentKey }) => parentKey !== null)
  expect(leaves).toHaveLength(19)
  for (const { key } of leaves)
    expect(site.ads.filter(({ categoryKey }) => categoryKey === key).length, key).toBeGreaterThan(9)
})

test('every telephone number is from a range kept for fiction, every mail address at example.org', () => {
  for (const { contact } of site.ads) {
    expect(contact.phone).toMatch(fiction)
    expect(contact.email).toMatch(/^$|^annonce-\d+@example\.org$/)
  }
})

test('nothing public holds a contact', () => {
  const phones = new Set(site.ads.map(({ contact }) => contact.phone))
  const everything = written.map(publicTextOf).join('\n')
  expect(everything).not.toMatch(/@|example\.org/)
  for (const phone of phones) expect(everything).not.toContain(phone)
  for (const ad of written) {
    const words = new RegExp(`(^|[^\\p{L}-])${ad.contact.name}($|[^\\p{L}-])`, 'u')
    expect(publicTextOf(ad), `${ad.number}`).not.toMatch(words)
  }
  const names = new Set(site.ads.map(({ contact }) => contact.name))
  for (const { publicName } of site.advertisers) expect(names).not.toContain(publicName)
})

test('every field an ad needs is there and every value is one the field takes', () => {
  for (const ad of site.ads) {
    const parent = ad.categoryKey.split('/')[0] ?? ''
    const fields = seedFields.filter(({ categoryKeys }) => categoryKeys.includes(parent))
    expect(fields.length).toBeGreaterThan(0)
    for (const field of fields)
      expect(valueProblem(field, ad.fields[field.key]), `${ad.number} ${field.key}`).toBeUndefined()
    const known = new Set(fields.map(({ key }) => key))
    expect(Object.keys(ad.fields).filter((key) => !known.has(key))).toEqual([])
  }
})

test('ads are written in French and in English, with nothing left to fill in', () => {
  for (const { title, body, number } of written) {
    for (const text of [title.fr, title.en, body.fr, body.en]) {
      expect(text.length, `${number}`).toBeGreaterThan(8)
      expect(text, `${number}`).not.toMatch(/[{}]|undefined|\bnull\b|!/)
    }
    expect(body.fr).not.toBe(body.en)
  }
})

test('ninety days of life: waiting, sold and expired ads, none from the future', () => {
  expect(site.ads.filter(({ status }) => status === 'pending')).toHaveLength(40)
  expect(site.ads.filter(({ status }) => status === 'sold').length).toBeGreaterThan(10)
  expect(new Set(site.ads.map(({ revealMode }) => revealMode)).size).toBe(4)
  for (const ad of site.ads) {
    expect(ad.publishedAt).toBeLessThan(now)
    expect(ad.publishedAt).toBeGreaterThan(now - 91 * day)
    expect(ad.confirmedAt).toBeLessThanOrEqual(now)
    expect(ad.expiresAt > now).toBe(ad.status !== 'expired')
  }
})

test('every picture can be drawn, differs from the others and carries no text', () => {
  const subjects = site.ads.flatMap(({ pictures }) => pictures.map(({ subject }) => subject))
  const scenes = new Set<string>()
  for (const subject of subjects) {
    motifOf(subject.motif.replace('wanted:', ''))
    const scene = sceneOf(subject)
    expect(scene).not.toMatch(/<text|NaN|undefined|<image/)
    scenes.add(scene)
  }
  // One case for the moderators carries the picture of another ad, on purpose.
  expect(scenes.size).toBe(subjects.length - 1)
})

test('a smaller site keeps the ads written by hand', () => {
  const small = generateSite({ now, adCount: 60 })
  expect(small.ads).toHaveLength(60)
  expect(small.ads.slice(0, 30).map(({ title }) => title)).toEqual(site.ads.slice(0, 30).map(({ title }) => title))
})
