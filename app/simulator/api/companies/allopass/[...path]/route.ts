import { answerAllopass } from '../../../../../../lib/simulator/companies/allopass/allopass-company.ts'
import { companyRoute } from '../../../../../../lib/simulator/companies/company-route.ts'

export const GET = companyRoute('allopass', answerAllopass)
export const POST = companyRoute('allopass', answerAllopass)
