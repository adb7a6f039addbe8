import { companyRoute } from '../../../../../../lib/simulator/companies/company-route.ts'
import { answerMollie } from '../../../../../../lib/simulator/companies/mollie/mollie-company.ts'

export const GET = companyRoute('mollie', answerMollie)
export const POST = companyRoute('mollie', answerMollie)
export const DELETE = companyRoute('mollie', answerMollie)
