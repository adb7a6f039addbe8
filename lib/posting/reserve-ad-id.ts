import { type Connection, reader } from '../../db/client.ts'
import { nextAdId } from '../ads/ad-record-queries.ts'

const lastGiven = new WeakMap<Connection, number>()

/**
 * An id for a new ad that nobody else in this process was given. Another process may take it first; the insert is then a
 * Conflict, and asking again gives another.
 */
export function reserveAdId(): number {
  const connection = reader()
  const id = Math.max(nextAdId(), (lastGiven.get(connection) ?? 0) + 1)
  lastGiven.set(connection, id)
  return id
}
