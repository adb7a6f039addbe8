import { seedAccounts } from '../../db/seed/seed-accounts.ts'
import { seedClaims } from '../../db/seed/seed-claims.ts'
import { seedCatalogue } from '../../db/seed/seed-demo.ts'
import { seedModeration } from '../../db/seed/seed-moderation.ts'
import { seedPurchases } from '../../db/seed/seed-purchases.ts'
import { config } from '../config/env.ts'
import { currentTime } from '../time/time.ts'

const stages = {
  places: () => 'reading towns',
  categories: () => 'making categories',
  pictures: (done: number, total: number) => `drawing pictures ${done}/${total}`,
  ads: (done: number, total: number) => `writing ads ${done}/${total}`,
} as const

/**
 * Fills the database with the demo's ads, pictures, provider accounts and sales; does nothing where they are already.
 *
 * @param options `adCount` as the seed's own default when undefined; `onProgress` is told in a few words.
 */
export async function seedSite(
  options: Readonly<{ adCount: number | undefined; onProgress: (what: string) => void }>,
): Promise<void> {
  const { adCount, onProgress } = options
  const now = currentTime()
  await seedCatalogue({
    now,
    dataDir: config().dataDir,
    onProgress: ({ stage, done, total }) => onProgress(stages[stage](done, total)),
    ...(adCount === undefined ? {} : { adCount }),
  })
  await seedAccounts(now)
  await seedPurchases({ now, onProgress: (done) => onProgress(`remembering ${done} sales`) })
  await seedModeration(now)
  await seedClaims(now)
}
