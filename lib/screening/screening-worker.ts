// A thread of its own beside one that screens too; see `screen-many-ads.ts`.
import { parentPort } from 'node:worker_threads'
import type { BannedWords } from './find-banned-words.ts'
import { type AdText, screenAd } from './screen-ad.ts'

parentPort?.on('message', ({ ads, bannedWords }: { ads: readonly (readonly AdText[])[]; bannedWords: BannedWords }) => {
  parentPort?.postMessage(ads.map((texts) => screenAd({ texts, bannedWords })))
})
