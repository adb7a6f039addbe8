import { companyRoute } from '../../../../../../lib/simulator/companies/company-route.ts'
import { answerNeosurf } from '../../../../../../lib/simulator/companies/neosurf/neosurf-company.ts'

export const POST = companyRoute('neosurf', answerNeosurf)
