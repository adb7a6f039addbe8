import { config } from '../../config/env.ts'
import type { CompanyCharge } from '../company-store.ts'

/** Where a company's payer is sent. */
export function pageOf({ id }: Pick<CompanyCharge, 'id'>): string {
  return `${config().origin}/simulator/company/${id}`
}

/** The language of the page the payer came from, for a company that is not told it. */
export function localeOfPage(url: string): string | undefined {
  return /^https?:\/\/[^/]+\/(\w+)\//.exec(url)?.[1]
}
