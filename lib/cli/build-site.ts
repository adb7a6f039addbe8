import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const sources = ['app', 'components', 'db', 'lib', 'public']
const settings = ['next.config.mjs', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json']

export type Build = Readonly<{ isNeeded: boolean; run: () => Promise<void>; stop: () => void }>

/**
 * The site's build, needed when a source differs from what the last one was made of.
 *
 * @throws by `run` with the last lines of what the build said.
 */
export function siteBuild({ root, buildDir }: Readonly<{ root: string; buildDir: string }>): Build {
  const mark = join(root, buildDir, 'obole-sources')
  const hash = hashOf(root)
  let child: ChildProcess | undefined
  return {
    isNeeded: !existsSync(mark) || readFileSync(mark, 'utf8') !== hash || !existsSync(join(root, buildDir, 'BUILD_ID')),
    run: async () => {
      const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
      const env = {
        ...process.env,
        NODE_ENV: 'production' as const,
        OBOLE_SKIP_TYPES: '1',
        NEXT_TELEMETRY_DISABLED: '1',
      }
      child = spawn(process.execPath, [next, 'build'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
      const output = await collect(child)
      if (child.exitCode !== 0) throw new Error(`The build failed:\n${output.split('\n').slice(-30).join('\n')}`)
      writeFileSync(mark, hash)
    },
    stop: () => child?.kill('SIGTERM'),
  }
}

function collect(child: ChildProcess): Promise<string> {
  const chunks: string[] = []
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', () => resolve(chunks.join('')))
  })
}

function hashOf(root: string): string {
  const hash = createHash('sha256')
  const files = sources.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  for (const file of [...files.sort(), ...settings.map((name) => join(root, name))]) {
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}
