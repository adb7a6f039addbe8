import { commit } from '../../db/commit.ts'
import { findSetting } from '../settings/settings-queries.ts'
import { saveSetting } from '../settings/settings-store.ts'
import type { Millis } from '../time/time.ts'
import { withStep } from './plant-tree.ts'
import type { SetupStep } from './setup.ts'

/** Notes that a step of the setup was done or passed over; `all` ends the setup and its reminder. */
export async function finishStep(step: SetupStep | 'all', now: Millis): Promise<void> {
  const site = findSetting('site')
  const done = step === 'all' ? { setupDoneAt: now } : { setupSteps: withStep(site.setupSteps, step) }
  await commit([saveSetting('site', { ...site, ...done }, now)])
}
