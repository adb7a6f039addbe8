import { readFileSync } from 'node:fs'
import { hasOwner } from '../members/members-queries.ts'
import { runSetup, setupFile } from '../setup/run-setup.ts'
import { setupAddress } from '../setup/setup.ts'
import { currentTime } from '../time/time.ts'

/** Sets a site up from a file, or says where its setup is. @returns The exit code. */
export async function setupCommand({ from }: Readonly<{ from?: string }>): Promise<number> {
  if (from === undefined) {
    process.stdout.write(hasOwner() ? 'The site has an owner; go on at /admin/setup.\n' : `${setupAddress()}\n`)
    return 0
  }
  const file = setupFile.safeParse(JSON.parse(readFileSync(from, 'utf8')))
  if (!file.success) {
    for (const { path, message } of file.error.issues) process.stderr.write(`${path.join('.') || 'file'}: ${message}\n`)
    return 1
  }
  for (const sentence of await runSetup(file.data, currentTime())) process.stdout.write(`${sentence}\n`)
  return 0
}
