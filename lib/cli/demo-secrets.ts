import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The demo's own secret, made once and kept beside its database, readable by this account alone.
 *
 * @returns The variables of `<dataDir>/demo.env`.
 */
export function demoSecrets(dataDir: string): Record<string, string> {
  const file = join(dataDir, 'demo.env')
  if (!existsSync(file)) {
    writeFileSync(file, `OBOLE_SECRET=${randomBytes(48).toString('base64')}\n`, { mode: 0o600 })
  }
  const lines = readFileSync(file, 'utf8').split('\n')
  return Object.fromEntries(
    lines.flatMap((line) => {
      const at = line.indexOf('=')
      return at > 0 && !line.startsWith('#') ? [[line.slice(0, at), line.slice(at + 1)]] : []
    }),
  )
}
