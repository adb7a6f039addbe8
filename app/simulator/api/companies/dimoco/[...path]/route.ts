import { companyRoute } from '../../../../../../lib/simulator/companies/company-route.ts'
import { answerDimoco } from '../../../../../../lib/simulator/companies/dimoco/dimoco-company.ts'

export const POST = companyRoute('dimoco', answerDimoco)
