import { companyRoute } from '../../../../../../lib/simulator/companies/company-route.ts'
import { answerStarpass } from '../../../../../../lib/simulator/companies/starpass/starpass-company.ts'

export const GET = companyRoute('starpass', answerStarpass)
