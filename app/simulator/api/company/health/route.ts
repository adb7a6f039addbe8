import { answerMerchant } from '../../../../../lib/simulator/merchant-door.ts'
import { worldRoute } from '../../../../../lib/simulator/simulator-route.ts'

export const GET = worldRoute((request) => answerMerchant(request, () => ({ status: 200, body: { ok: true } })))
