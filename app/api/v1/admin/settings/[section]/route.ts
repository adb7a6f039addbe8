import { z } from 'zod'
import { changeSetting } from '../../../../../../lib/catalogue/change-setting.ts'
import { command } from '../../../../../../lib/http/command.ts'
import { invalidateAllPages } from '../../../../../../lib/http/page-tags.ts'
import { ownPath } from '../../../../../../lib/http/request-guard.ts'
import { staffWith } from '../../../../../../lib/http/require-staff.ts'
import { readSettingsForm, settingsSections } from '../../../../../../lib/http/settings-forms.ts'
import { findSetting } from '../../../../../../lib/settings/settings-queries.ts'
import { finishStep } from '../../../../../../lib/setup/finish-step.ts'
import { setupSteps } from '../../../../../../lib/setup/setup.ts'

/** Changes one part of the settings. */
export const POST = command({
  actor: staffWith('change_settings'),
  input: z.looseObject({
    section: z.enum(settingsSections as [string, ...string[]]),
    next: z.string().max(200).optional(),
  }),
  limit: 'staff',
  run: async ({ section, ...typed }, { actor, now }) => {
    const { key, value } = readSettingsForm(section, typed)
    await changeSetting(key, value, { actor: `member:${actor.id}`, now })
    const step = setupSteps.find((name) => name === section)
    if (step && findSetting('site').setupDoneAt === null) await finishStep(step, now)
  },
  respond: (_done, _context, { section, next }) => {
    invalidateAllPages()
    const page = `/admin/settings?s=${section}&done=${section}`
    return { location: next === undefined ? page : ownPath(next), json: { section } }
  },
})
