import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { BannedWords } from './find-banned-words.ts'
import { type AdScreening, type AdText, screenAd } from './screen-ad.ts'

/** Fewer are screened before a thread has begun. */
const worthThread = 200

export type ManyScreener = Readonly<{
  /** One screening for each ad, in order. One call at a time. */
  screen: (ads: readonly (readonly AdText[])[]) => Promise<readonly AdScreening[]>
  close: () => Promise<unknown>
}>

/** Screens ads by the thousand on two threads, this one and another that begins when it is first worth it. */
export function openManyScreener(bannedWords: BannedWords): ManyScreener {
  let worker: Worker | undefined
  const here = (ads: readonly (readonly AdText[])[]) => ads.map((texts) => screenAd({ texts, bannedWords }))
  return {
    screen: async (ads) => {
      if (ads.length < worthThread) return here(ads)
      worker ??= new Worker(new URL('./screening-worker.ts', import.meta.url))
      const half = ads.length >> 1
      worker.postMessage({ ads: ads.slice(half), bannedWords })
      const answer = once(worker, 'message')
      const first = here(ads.slice(0, half))
      const [second]: AdScreening[][] = await answer
      return [...first, ...(second ?? [])]
    },
    close: async () => worker?.terminate(),
  }
}
