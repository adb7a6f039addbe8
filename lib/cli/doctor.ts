import { existsSync } from 'node:fs'
import { closeDatabase, databaseFile } from '../../db/client.ts'
import { config } from '../config/env.ts'
import { useCommandConfig } from './command-config.ts'
import { checkBooks, checkDatabase, checkMigrations, checkOwner, checkSecret } from './doctor-database.ts'
import { checkDisk, checkMail, checkNode, checkOrigin, checkPhotos, checkPort, type Finding } from './doctor-machine.ts'

/**
 * Looks at everything an installation needs and prints one sentence for each; a bad one says how to mend it.
 *
 * @returns The exit code: 0 when nothing is broken, else 1.
 */
export async function doctorCommand(): Promise<number> {
  let isBroken = false
  const tell = ({ state, sentence }: Finding) => {
    isBroken ||= state === 'broken'
    process.stdout.write(`${state.padEnd(7)} ${sentence}\n`)
  }
  tell(checkNode(process.versions.node))
  try {
    useCommandConfig()
  } catch (error) {
    for (const sentence of (error instanceof Error ? error.message : String(error)).split('\n')) {
      tell({ state: 'broken', sentence })
    }
    return 1
  }
  tell({ state: 'good', sentence: `The settings are complete and ${config().dataDir} can be written to.` })
  for (const check of [checkDisk, checkOrigin, checkPort, checkPhotos, checkMail]) tell(await check(config()))
  if (!existsSync(databaseFile(config().dataDir))) {
    tell({ state: 'broken', sentence: 'There is no database yet: run `npm run obole -- migrate`.' })
    return 1
  }
  for (const check of [checkDatabase, checkMigrations, checkSecret, checkOwner, checkBooks]) tell(guarded(check))
  closeDatabase()
  return isBroken ? 1 : 0
}

function guarded(check: () => Finding): Finding {
  try {
    return check()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { state: 'broken', sentence: `The database cannot be read (${reason}): restore the newest backup.` }
  }
}
