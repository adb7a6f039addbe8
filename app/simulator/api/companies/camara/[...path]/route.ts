import { answerCamara } from '../../../../../../lib/simulator/companies/camara/camara-operator.ts'
import { companyRoute } from '../../../../../../lib/simulator/companies/company-route.ts'

export const GET = companyRoute('camara', answerCamara)
export const POST = companyRoute('camara', answerCamara)
