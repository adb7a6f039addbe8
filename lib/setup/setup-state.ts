import { loadCategoryTree } from '../categories/categories-queries.ts'
import { config } from '../config/env.ts'
import { listAccounts } from '../providers/accounts-queries.ts'
import { findSetting } from '../settings/settings-queries.ts'
import { type SetupStep, setupSteps } from './setup.ts'

export type StepState = 'done' | 'skipped' | 'open'

/** How far a new site has come: what is there counts, whoever put it there. */
export function setupState(): Readonly<Record<SetupStep, StepState>> {
  const site = findSetting('site')
  const rails = listAccounts().filter(
    ({ state, rail }) => state === 'active' && rail !== 'wallet' && rail !== 'voucher',
  )
  const isThere: Record<SetupStep, boolean> = {
    publisher: findSetting('publisher').name !== '',
    site: site.setupSteps.includes('site'),
    vat: site.setupSteps.includes('vat'),
    brand: site.setupSteps.includes('brand'),
    categories: loadCategoryTree().all.length > 0,
    prices: site.setupSteps.includes('prices'),
    payments: rails.length > 0,
    mail: config().smtpUrl !== undefined && site.setupSteps.includes('mail'),
  }
  const stateOf = (step: SetupStep): StepState =>
    isThere[step] ? 'done' : site.setupSteps.includes(step) ? 'skipped' : 'open'
  return Object.fromEntries(setupSteps.map((step) => [step, stateOf(step)])) as Record<SetupStep, StepState>
}

/** Whether Today still reminds of the setup. */
export function isSetupOpen(): boolean {
  return findSetting('site').setupDoneAt === null && Object.values(setupState()).some((state) => state === 'open')
}
