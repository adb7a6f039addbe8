import { z } from 'zod'
import { changeLook } from '../../../../../lib/catalogue/change-look.ts'
import { command } from '../../../../../lib/http/command.ts'
import { lookInput } from '../../../../../lib/http/look-input.ts'
import { invalidateAllPages } from '../../../../../lib/http/page-tags.ts'
import { staffWith } from '../../../../../lib/http/require-staff.ts'

/** Changes the look of the site, and its name. */
export const POST = command({
  actor: staffWith('change_settings'),
  input: lookInput.extend({ name: z.string().trim().max(60).optional() }),
  limit: 'staff',
  run: ({ name, ...look }, { actor, now }) => changeLook(look, { name, actor: `member:${actor.id}`, now }),
  respond: () => {
    invalidateAllPages()
    return { location: '/admin/brand?done=saved', json: {} }
  },
})
