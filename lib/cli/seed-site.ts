import { seedCatalogue } from '../../db/seed/seed-demo.ts'
import { config } from '../config/env.ts'
import { currentTime } from '../time/time.ts'

/**
 * Fills the database with the demo's ads, pictures and sales; does nothing where they are already.
 *
 * @param options `adCount` as the seed's own default when undefined; `onProgress` is told in a few words.
 */
export async function seedSite(
  options: Readonly<{ adCount: number | undefined; onProgress: (what: string) => void }>,
): Promise<void> {
  const { adCount, onProgress } = options
  await seedCatalogue({
    now: currentTime(),
    dataDir: config().dataDir,
    onProgress,
    ...(adCount === undefined ? {} : { adCount }),
  })
}
