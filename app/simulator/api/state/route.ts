import { listCharges, listEvents } from '../../../../lib/simulator/company-store.ts'
import { fictionNumber } from '../../../../lib/simulator/handset.ts'
import { phoneState } from '../../../../lib/simulator/phone-state.ts'
import { handsetOfBrowser, worldRoute } from '../../../../lib/simulator/simulator-route.ts'

/** Everything about one telephone, and with `all` about the payment company; `mark` alone for a page that waits. */
export const GET = worldRoute((request) => {
  const query = new URL(request.url).searchParams
  const msisdn = fictionNumber(query.get('msisdn') ?? '') ?? handsetOfBrowser(request.headers.get('cookie'))
  const state = msisdn === undefined ? undefined : phoneState(msisdn)
  if (query.has('mark')) return Response.json({ mark: state?.mark ?? '' })
  const company = query.has('all') ? { charges: listCharges(50).map(withoutPin), events: listEvents(50) } : {}
  return Response.json({ ...state, ...company })
})

function withoutPin<Charge extends Readonly<{ pin: string | null }>>({ pin: _, ...charge }: Charge) {
  return charge
}
