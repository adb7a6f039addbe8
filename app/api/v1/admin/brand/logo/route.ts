import { z } from 'zod'
import { changeLogo } from '../../../../../../lib/catalogue/change-logo.ts'
import { command } from '../../../../../../lib/http/command.ts'
import { invalidateAllPages } from '../../../../../../lib/http/page-tags.ts'
import { staffWith } from '../../../../../../lib/http/require-staff.ts'

/** Replaces the mark of the site, or takes the original again. */
export const POST = command({
  actor: staffWith('change_settings'),
  input: z.object({ remove: z.string().optional() }),
  limit: 'staff',
  takesFiles: true,
  run: ({ remove }, { actor, now, files }) =>
    changeLogo(remove === 'on' ? undefined : (files[0]?.bytes ?? new Uint8Array()), {
      actor: `member:${actor.id}`,
      now,
    }),
  respond: () => {
    invalidateAllPages()
    return { location: '/admin/brand?done=saved', json: {} }
  },
})
