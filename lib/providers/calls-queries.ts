import { readSql } from '../../db/statement.ts'

export type KeptCall = Readonly<{
  id: string
  chargeId: string | null
  request: string
  status: number | null
  answer: string | null
  failure: string | null
  tookMs: number
  at: number
}>

const ofAccount =
  readSql<KeptCall>(`select id, charge_id as chargeId, request, status, answer, failure, took_ms as tookMs, at
  from provider_calls where account_id = ? order by at desc, id desc limit ?`)

/** The latest questions to an account's provider, masked as they were kept. */
export function listCalls(accountId: string, most: number): readonly KeptCall[] {
  return ofAccount.all(accountId, most)
}
