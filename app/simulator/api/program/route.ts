import { buyAsProgram, programEnds } from '../../../../lib/simulator/buy-as-program.ts'
import { phoneRoute, requireText, textOf } from '../../../../lib/simulator/simulator-route.ts'

/** Lets a program buy the contact of an ad. */
export const POST = phoneRoute(async ({ fields, locale, now }) => {
  const ref = requireText(fields, 'ref').toUpperCase().slice(0, 12)
  const end = programEnds.find((known) => known === textOf(fields, 'end')) ?? 'accepted'
  const { id, run } = await buyAsProgram({ ref, end, locale, now })
  return { location: `/simulator/program?run=${id}`, json: { id, ...run } }
})
