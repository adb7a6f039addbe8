import { answerBtcpay } from '../../../../../../lib/simulator/companies/btcpay/btcpay-company.ts'
import { companyRoute } from '../../../../../../lib/simulator/companies/company-route.ts'

export const GET = companyRoute('btcpay', answerBtcpay)
export const POST = companyRoute('btcpay', answerBtcpay)
