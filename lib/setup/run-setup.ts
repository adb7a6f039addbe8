import { z } from 'zod'
import { changeLook } from '../catalogue/change-look.ts'
import { changePrices } from '../catalogue/change-prices.ts'
import { changeSetting } from '../catalogue/change-setting.ts'
import { loadCategoryTree } from '../categories/categories-queries.ts'
import { hasOwner } from '../members/members-queries.ts'
import { lookPresets } from '../settings/look.ts'
import { settingSchemas } from '../settings/settings.ts'
import { findSetting } from '../settings/settings-queries.ts'
import type { Millis } from '../time/time.ts'
import { createOwner, ownerInput } from './create-owner.ts'
import { finishStep } from './finish-step.ts'
import { plantTree, withStep } from './plant-tree.ts'
import { starterTreeNames } from './starter-trees.ts'

/** What `setup.json` may hold; every part may be left out and given later. */
export const setupFile = z.strictObject({
  owner: ownerInput.optional(),
  publisher: settingSchemas.publisher.optional(),
  site: settingSchemas.site.pick({ countries: true, currency: true }).optional(),
  vatRates: settingSchemas.vatRates.optional(),
  name: z.string().trim().min(1).max(60).optional(),
  look: z.enum(['carreau', 'criee', 'pepiniere', 'registre']).optional(),
  categories: z.enum(starterTreeNames).optional(),
  revealPriceMinor: z.int().min(0).max(100_000).optional(),
})
export type SetupFile = z.output<typeof setupFile>

/**
 * Sets a site up from a file. Safe to repeat: an owner or categories that are there are left as they are.
 *
 * @returns What was done, one sentence each.
 * @throws DomainError as the parts do.
 */
export async function runSetup(file: SetupFile, now: Millis): Promise<readonly string[]> {
  const by = { actor: 'command line', now }
  const done: string[] = []
  if (file.owner && hasOwner()) done.push('The site has an owner already; the one of the file was left out.')
  else if (file.owner) done.push(`${(await createOwner(file.owner, by)).email} owns the site.`)
  if (file.publisher) {
    await changeSetting('publisher', file.publisher, by)
    done.push('The publisher is named.')
  }
  if (file.site) {
    const site = findSetting('site')
    await changeSetting('site', { ...site, ...file.site, setupSteps: withStep(site.setupSteps, 'site') }, by)
    done.push('Countries and currency are set.')
  }
  if (file.vatRates) {
    await changeSetting('vatRates', file.vatRates, by)
    await finishStep('vat', now)
    done.push('VAT rates are set.')
  }
  if (file.look || file.name) {
    await changeLook(file.look ? lookPresets[file.look] : findSetting('look'), { name: file.name, ...by })
    await finishStep('brand', now)
    done.push('The look is set.')
  }
  return [...done, ...(await setUpCatalogue(file, by))]
}

async function setUpCatalogue(
  file: SetupFile,
  by: Readonly<{ actor: string; now: Millis }>,
): Promise<readonly string[]> {
  const { categories: tree, revealPriceMinor } = file
  const isPlanted = loadCategoryTree().all.length > 0
  if (tree && !isPlanted) {
    const count = await plantTree({ tree, revealPriceMinor: revealPriceMinor ?? 150 }, by)
    await finishStep('prices', by.now)
    return [`${count} categories are there.`]
  }
  const [root] = loadCategoryTree().roots
  if (revealPriceMinor === undefined || !root)
    return tree ? ['There are categories already; they were left as they are.'] : []
  const rule = { kind: 'reveal', categoryId: null, country: null, rail: null, validFrom: 0, validUntil: null } as const
  await changePrices({ ...rule, priceMinor: revealPriceMinor, currency: root.currency }, by)
  await finishStep('prices', by.now)
  return ['A contact’s price is set; categories with a price of their own keep it.']
}
