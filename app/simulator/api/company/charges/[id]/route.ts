import { answerCharge } from '../../../../../../lib/simulator/company-interface.ts'
import { answerMerchant } from '../../../../../../lib/simulator/merchant-door.ts'
import { worldRoute } from '../../../../../../lib/simulator/simulator-route.ts'

export const GET = worldRoute((request, { id = '' }) =>
  answerMerchant(request, ({ merchants }) => answerCharge({ merchants, id })),
)
