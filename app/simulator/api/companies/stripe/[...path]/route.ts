import { companyRoute } from '../../../../../../lib/simulator/companies/company-route.ts'
import { answerStripe } from '../../../../../../lib/simulator/companies/stripe/stripe-company.ts'

export const GET = companyRoute('stripe', answerStripe)
export const POST = companyRoute('stripe', answerStripe)
