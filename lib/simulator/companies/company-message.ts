import type { Millis } from '../../time/time.ts'

/** A request to a company that the demonstration plays; `path` is what follows the company's own address. */
export type CompanyRequest = Readonly<{
  method: string
  path: string
  query: URLSearchParams
  headers: Headers
  body: string
  now: Millis
}>
export type CompanyAnswer = Readonly<{ status: number; headers?: Readonly<Record<string, string>>; body: string }>

export function jsonAnswer(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): CompanyAnswer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }
}
