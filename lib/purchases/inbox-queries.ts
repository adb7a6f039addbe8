import { readSql } from '../../db/statement.ts'
import type { Observation } from '../providers/provider.ts'

type InboxRow = Readonly<{
  id: string
  accountId: string
  chargeId: string | null
  method: string
  url: string
  headers: string
  body: Buffer
  observation: string | null
  outcome: string
  receivedAt: number
}>

/** A message of a provider as it was kept. */
export type InboxMessage = Omit<InboxRow, 'headers' | 'observation'> &
  Readonly<{ headers: Readonly<Record<string, string>>; observation: Observation | undefined }>

const columns = `id, account_id as accountId, charge_id as chargeId, method, url, headers, body, observation, outcome,
  received_at as receivedAt`
const byId = readSql<InboxRow>(`select ${columns} from callback_inbox where id = ?`)
const ofAccount = readSql<InboxRow>(
  `select ${columns} from callback_inbox where account_id = ? order by received_at desc, id desc limit ?`,
)

export function findInboxMessage(id: string): InboxMessage | undefined {
  const row = byId.get(id)
  return row && messageOf(row)
}

/** The latest messages of an account. */
export function listInboxMessages(accountId: string, most: number): readonly InboxMessage[] {
  return ofAccount.all(accountId, most).map(messageOf)
}

function messageOf(row: InboxRow): InboxMessage {
  return {
    ...row,
    headers: JSON.parse(row.headers),
    observation: row.observation === null ? undefined : JSON.parse(row.observation),
  }
}
