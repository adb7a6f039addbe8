// `npm run bench -- <search|pages|purchases|callbacks|import|startup> [--ads N] [--crawl N]`
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const names = ['search', 'pages', 'purchases', 'callbacks', 'import', 'startup']
const usage = `npm run bench -- <${names.join('|')}> [--ads N] [--crawl N]\n--crawl: how many ad pages \`pages\` reads once each, 5000 unless told`

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { ads: { type: 'string' }, crawl: { type: 'string' } },
})
const [name = ''] = positionals
const ads = Number(values.ads ?? 100_000)
const crawl = Number(values.crawl ?? 5000)
if (
  !names.includes(name) ||
  positionals.length !== 1 ||
  ![ads, crawl].every((count) => Number.isSafeInteger(count) && count > 0)
) {
  process.stderr.write(`${usage}\n`)
  process.exit(2)
}
const file = join(import.meta.dirname, `${name}.ts`)
if (!existsSync(file)) {
  process.stderr.write(`There is no benchmark of ${name} yet.\n`)
  process.exit(2)
}
const bench: { run: (options: { ads: number; crawl: number }) => Promise<unknown> } = await import(file)
await bench.run({ ads, crawl }).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
