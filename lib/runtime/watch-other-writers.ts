import { writer } from '../../db/client.ts'
import { invalidateAllPages } from '../http/page-tags.ts'

/**
 * Notices what a command in another process wrote (an import, a seed) and throws away every cached page.
 *
 * SQLite moves a connection's `data_version` when any other connection commits; the writer is the only connection of
 * this process that commits, so for it a move means another process.
 */
export function watchOtherWriters(): () => void {
  let seen: unknown
  return () => {
    const version = writer().$client.pragma('data_version', { simple: true })
    if (seen !== undefined && version !== seen) invalidateAllPages()
    seen = version
  }
}
