import { changeCharge } from '../../../../../../../lib/simulator/company-interface.ts'
import { answerMerchant } from '../../../../../../../lib/simulator/merchant-door.ts'
import { worldRoute } from '../../../../../../../lib/simulator/simulator-route.ts'

export const POST = worldRoute((request, { id = '', action = '' }) =>
  answerMerchant(request, ({ merchants, body, now }) => changeCharge({ merchants, id, now }, { action, body })),
)
