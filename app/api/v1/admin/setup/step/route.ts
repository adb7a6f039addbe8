import { z } from 'zod'
import { command } from '../../../../../../lib/http/command.ts'
import { staffWith } from '../../../../../../lib/http/require-staff.ts'
import { finishStep } from '../../../../../../lib/setup/finish-step.ts'
import { setupSteps } from '../../../../../../lib/setup/setup.ts'

/** Passes over a step of the setup, or ends it. */
export const POST = command({
  actor: staffWith('change_settings'),
  input: z.object({ step: z.enum([...setupSteps, 'all']) }),
  limit: 'staff',
  run: ({ step }, { now }) => finishStep(step, now),
  respond: (_done, _context, { step }) => {
    const at = step === 'all' ? -1 : setupSteps.indexOf(step)
    const next = setupSteps[at + 1]
    return { location: step === 'all' || !next ? '/admin' : `/admin/setup?step=${next}`, json: { step } }
  },
})
