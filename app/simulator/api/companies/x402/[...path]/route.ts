import { companyRoute } from '../../../../../../lib/simulator/companies/company-route.ts'
import { answerX402 } from '../../../../../../lib/simulator/companies/x402/x402-facilitator.ts'

export const GET = companyRoute('x402', answerX402)
export const POST = companyRoute('x402', answerX402)
