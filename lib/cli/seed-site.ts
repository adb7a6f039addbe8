import { seedAccounts } from '../../db/seed/seed-accounts.ts'
import { seedCatalogue } from '../../db/seed/seed-demo.ts'
import { seedPurchases } from '../../db/seed/seed-purchases.ts'
import { config, isDemo } from '../config/env.ts'
import { currentTime } from '../time/time.ts'

/**
 * Fills the database with the demo's ads and pictures, and in a demonstration with its accounts and sales; does nothing where they are already.
 *
 * @param options `adCount` as the seed's own default when undefined; `onProgress` is told in a few words.
 */
export async function seedSite(
  options: Readonly<{ adCount: number | undefined; onProgress: (what: string) => void }>,
): Promise<void> {
  const { adCount, onProgress } = options
  const now = currentTime()
  if (isDemo()) await seedAccounts(now)
  await seedCatalogue({
    now,
    dataDir: config().dataDir,
    onProgress: ({ stage, done, total }) => onProgress(`${stage} ${done}/${total}`),
    ...(adCount === undefined ? {} : { adCount }),
  })
  if (isDemo()) await seedPurchases({ now, onProgress: (done) => onProgress(`purchases ${done}`) })
}
