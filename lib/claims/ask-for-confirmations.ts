import { commit } from '../../db/commit.ts'
import { markConfirmationAsked } from '../ads/contact-doubt-store.ts'
import { issueToken } from '../auth/issue-token.ts'
import { config } from '../config/env.ts'
import { isConflict } from '../errors/conflict.ts'
import { pathTo } from '../i18n/paths.ts'
import { queueMail } from '../mail/mail-store.ts'
import { mailText } from '../mail/mail-text.ts'
import { findSetting } from '../settings/settings-queries.ts'
import { day } from '../time/time.ts'
import { listStaleAds, type StaleAds } from './freshness-queries.ts'

const batchSize = 200
const askAgainMs = 7 * day
const linkLifeMs = 21 * day

/**
 * Asks advertisers whether ads they did not confirm for long still stand: one mail for each advertiser, at most once a
 * week, with a link for each ad and one for all. @returns How many were written to.
 */
export async function askForConfirmations(now: number): Promise<number> {
  const confirmedBefore = now - findSetting('freshness').confirmAfterDays * day
  const stale = listStaleAds({ confirmedBefore, askedBefore: now - askAgainMs, limit: batchSize })
  for (const advertiser of stale) {
    try {
      await ask(advertiser, now)
    } catch (error) {
      // An ad of theirs was deleted meanwhile; the next run asks about the others.
      if (!isConflict(error)) throw error
    }
  }
  return stale.length
}

async function ask({ advertiserId, email, locale, ads }: StaleAds, now: number): Promise<void> {
  const token = (subject: string, data: Readonly<Record<string, string>> = {}) =>
    issueToken({ purpose: 'confirm_ad', subject, data, lifetimeMs: linkLifeMs, now })
  const address = (secret: string) => config().origin + pathTo(locale, 'confirm-ad', secret)
  const single = ads.map((ad) => ({ ad, ...token(`ad:${ad.id}`) }))
  const all = token(`advertiser:${advertiserId}`, { ads: ads.map(({ id }) => id).join(',') })
  const list = single.map(({ ad, token: secret }) => `${ad.ref} · ${ad.title}\n${address(secret)}`)
  const letter = mailText('confirmAds', locale, { count: ads.length, list: list.join('\n\n'), url: address(all.token) })
  await commit([
    ...single.flatMap(({ steps }) => steps),
    ...all.steps,
    ...ads.map(({ id }) => markConfirmationAsked(id, now)),
    queueMail({ dedupeKey: `confirmAds:${advertiserId}:${now}`, to: email, locale, letter }, now),
  ])
}
