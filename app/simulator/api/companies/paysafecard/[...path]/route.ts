import { companyRoute } from '../../../../../../lib/simulator/companies/company-route.ts'
import { answerPaysafecard } from '../../../../../../lib/simulator/companies/paysafecard/paysafecard-company.ts'

export const GET = companyRoute('paysafecard', answerPaysafecard)
export const POST = companyRoute('paysafecard', answerPaysafecard)
