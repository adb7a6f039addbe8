import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { minute } from '../../lib/time/time.ts'
import type { TwinWorld } from './build-twin-world.ts'
import { type SiteProcess, startSite } from './site-process.ts'
import type { WorldName } from './twin-contacts.ts'

const run = promisify(execFile)
export type TwinSites = Readonly<{
  world: TwinWorld
  dirs: Readonly<Record<WorldName, string>>
  plain: SiteProcess
  long: SiteProcess
  folder: string
  close: () => Promise<void>
}>

/** Two sites whose databases differ in the contacts of their ads and in nothing else, both serving the same build. */
export async function openTwinSites(): Promise<TwinSites> {
  const folder = mkdtempSync(join(tmpdir(), 'obole-twins-'))
  const dirs = { plain: join(folder, 'plain'), long: join(folder, 'long') }
  const now = Math.floor(Date.now() / minute) * minute
  const worlds = await Promise.all([
    fillWorld(dirs.plain, { name: 'plain', now }),
    fillWorld(dirs.long, { name: 'long', now }),
  ])
  if (JSON.stringify(worlds[0]) !== JSON.stringify(worlds[1])) throw new Error('The two worlds are not twins.')
  const plain = await startSite(dirs.plain)
  const long = await startSite(dirs.long)
  const close = async () => {
    await Promise.all([plain.stop(), long.stop()])
    rmSync(folder, { recursive: true, force: true })
  }
  return { world: worlds[0], dirs, plain, long, folder, close }
}

/** Fills a directory with one of the worlds. */
export async function fillWorld(
  dir: string,
  { name, now }: Readonly<{ name: WorldName; now: number }>,
): Promise<TwinWorld> {
  const script = join(import.meta.dirname, 'build-twin-world.ts')
  const { stdout } = await run(process.execPath, ['--disable-warning=ExperimentalWarning', script, dir, name, `${now}`])
  return JSON.parse(stdout)
}
