import { createReadStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { importPlaces } from '../places/import-places.ts'
import { importAds } from '../posting/import-ads.ts'
import { sealContact } from '../reveals/reveals.ts'
import { currentTime } from '../time/time.ts'

const mappingFile = z.strictObject({
  categories: z.record(z.string(), z.string()).optional(),
  places: z.record(z.string(), z.string()).optional(),
})

/**
 * Imports a file of ads, one JSON object a line, and prints each line that was rejected or waits for staff with the reason.
 *
 * @param options `map` names a JSON file `{ "categories": { theirs: ours }, "places": { theirs: ours } }`.
 * @returns The exit code: 0 when nothing was rejected, else 2.
 */
export async function importCommand(
  file: string,
  options: Readonly<{ createMissing?: boolean; map?: string }>,
): Promise<number> {
  const mapping =
    options.map === undefined ? undefined : mappingFile.parse(JSON.parse(readFileSync(options.map, 'utf8')))
  importPlaces()
  const startedAt = currentTime()
  const counts = await importAds({
    lines: createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY }),
    now: startedAt,
    createMissing: options.createMissing ?? false,
    ...(mapping === undefined ? {} : { mapping: onlyGiven(mapping) }),
    sealContact,
    onProgress: ({ read, imported }) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${read} read, ${imported} imported`)
    },
    onReject: ({ line, reason }) => process.stdout.write(`line ${line}: ${reason}\n`),
    onWaiting: ({ line, reason }) => process.stdout.write(`line ${line}: waits for staff: ${reason}\n`),
  })
  const seconds = Math.max(1, currentTime() - startedAt) / 1000
  const rate = Math.round(counts.imported / seconds)
  if (process.stderr.isTTY) process.stderr.write('\r')
  process.stdout.write(
    `${counts.read} read, ${counts.imported} imported (${counts.waiting} waiting for staff), ` +
      `${counts.known} here already, ${counts.rejected} rejected ` +
      `in ${seconds.toFixed(1)} s (${rate} ads a second)\n`,
  )
  return counts.rejected === 0 ? 0 : 2
}

function onlyGiven(mapping: z.output<typeof mappingFile>) {
  const { categories, places } = mapping
  return { ...(categories ? { categories } : {}), ...(places ? { places } : {}) }
}
