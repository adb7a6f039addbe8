import { runDue } from '../../../../lib/simulator/pump.ts'
import { phoneRoute, textOf } from '../../../../lib/simulator/simulator-route.ts'
import { minute } from '../../../../lib/time/time.ts'

/** Lets everything happen now that would happen within the next minutes. */
export const POST = phoneRoute(async ({ fields, from, now }) => {
  const minutes = Math.min(1440, Math.max(0, Number(textOf(fields, 'minutes')) || 0))
  await runDue({ until: now + minutes * minute, now })
  return { location: from, json: { minutes } }
})
