import { readFileSync } from 'node:fs'
import { publishedDescription } from './real-prism.ts'

type Description = Record<string, Record<string, Record<string, unknown>>>

export const missingDescription = 'SKIPPED: BTCPay’s description is not beside the repository (../shared/specs).\n'

/**
 * Both published parts of BTCPay's description as one, mended where they contradict themselves: a closed `allOf` part
 * forbids what the other part describes, and every path asks for two kinds of authorisation at once.
 *
 * @returns undefined where the parts are not beside the repository.
 */
export function mendedDescription(): string | undefined {
  const base = publishedDescription('btcpay-greenfield-base.json')
  const invoices = publishedDescription('btcpay-greenfield-invoices.json')
  if (base === undefined || invoices === undefined) return undefined
  const [first, second]: Description[] = [base, invoices].map((path) => JSON.parse(readFileSync(path, 'utf8')))
  const paths = Object.entries(second?.['paths'] ?? {}).filter(([path]) => !/refund|activate|unarchive/.test(path))
  const part = (name: string) => ({ ...first?.['components']?.[name], ...second?.['components']?.[name] })
  const schemas: Record<string, unknown> = part('schemas')
  delete schemas['InvoiceRefundTriggerData']
  delete schemas['RefundInvoiceRequest']
  const joined = {
    ...first,
    paths: Object.fromEntries(paths),
    components: { ...first?.['components'], parameters: part('parameters'), schemas },
    security: [{ API_Key: [] }],
  }
  return JSON.stringify(joined, (key, value) => {
    if (key === 'additionalProperties' && value === false) return undefined
    return key === 'security' ? [{ API_Key: [] }] : value
  })
}
