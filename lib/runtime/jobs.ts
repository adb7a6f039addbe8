import { commit } from '../../db/commit.ts'
import { forgetTokens } from '../auth/one-time-token-store.ts'
import { alignPrices } from '../catalogue/align-prices.ts'
import { refileCategories } from '../catalogue/refile-categories.ts'
import { expirePurchases, sweepCharges } from '../checkout/sweep-charges.ts'
import { askForConfirmations } from '../claims/ask-for-confirmations.ts'
import { askForRefunds } from '../claims/ask-for-refund.ts'
import { settleSilentClaims } from '../claims/settle-silent-claims.ts'
import { config } from '../config/env.ts'
import { refreshSentences } from '../content/refresh-sentences.ts'
import { invalidateAllPages, invalidatePages } from '../http/page-tags.ts'
import { announcePurchases } from '../http/purchase-events.ts'
import { translate } from '../i18n/translator.ts'
import { sealLedger } from '../ledger/seal-ledger.ts'
import { deliverMails } from '../mail/deliver-mails.ts'
import { senderOf } from '../mail/mail.ts'
import { forgetMails } from '../mail/mail-store.ts'
import { forgetTexts } from '../mail/text-outbox-store.ts'
import { cleanPhotos } from '../photos/clean-photos.ts'
import { forgetOldCalls } from '../providers/calls-store.ts'
import { giveUpInstruments } from '../providers/give-up-instruments.ts'
import { findSetting } from '../settings/settings-queries.ts'
import { day, hour, type Millis, minute, second } from '../time/time.ts'
import { deliverWebhooks, forgetWebhooks } from '../webhooks/deliver-webhooks.ts'
import { recordEvents } from '../webhooks/record-events.ts'
import { adJobs } from './ad-jobs.ts'
import type { Job } from './start-jobs.ts'
import { watchOtherWriters } from './watch-other-writers.ts'

/** Every job of the running server. */
export function allJobs(): readonly Job[] {
  return [
    { name: 'watch-other-writers', everyMs: 500, run: watchOtherWriters() },
    { name: 'expire-purchases', everyMs: 15 * second, run: expirePurchases },
    { name: 'ask-providers', everyMs: 20 * second, run: askProviders },
    { name: 'seal-ledger', everyMs: 30 * second, run: seal },
    ...adJobs(),
    { name: 'read-sentences', everyMs: 2 * second, run: readSentences },
    { name: 'align-catalogue', everyMs: 20 * second, run: alignCatalogue },
    { name: 'settle-claims', everyMs: minute, run: settleClaims },
    { name: 'ask-refunds', everyMs: 30 * second, run: askRefunds },
    { name: 'ask-confirmations', everyMs: hour, run: askConfirmations },
    { name: 'forget-calls', everyMs: hour, run: forgetCalls },
    { name: 'give-up-cards', everyMs: 5 * minute, run: (now) => giveUpInstruments(now) },
    { name: 'clean-photos', everyMs: hour, run: cleanPhotos },
    { name: 'deliver-mail', everyMs: 5 * second, run: deliver },
    { name: 'tell-others', everyMs: 5 * second, run: tellOthers },
    { name: 'forget', everyMs: hour, run: forget },
  ]
}

async function askProviders(now: Millis): Promise<void> {
  announcePurchases(await sweepCharges(now))
}

async function settleClaims(now: Millis): Promise<void> {
  const refs = await settleSilentClaims(now)
  if (refs.length > 0) invalidatePages(['ads', ...refs.map((ref) => `ad:${ref}`)])
}

async function askRefunds(now: Millis): Promise<void> {
  announcePurchases(await askForRefunds(now))
}

async function askConfirmations(now: Millis): Promise<void> {
  await askForConfirmations(now)
}

async function forgetCalls(now: Millis): Promise<void> {
  await commit([forgetOldCalls(now)])
}

async function seal(): Promise<void> {
  await sealLedger()
}

function readSentences(): void {
  if (refreshSentences()) invalidateAllPages()
}

async function alignCatalogue(now: Millis): Promise<void> {
  const { rules } = await alignPrices(now)
  const refiled = await refileCategories(now)
  if (rules > 0 || refiled > 0) invalidateAllPages()
}

async function deliver(now: Millis): Promise<void> {
  const { origin, smtpUrl } = config()
  const name = translate('fr', 'common')('siteName')
  await deliverMails({ smtpUrl, from: senderOf({ name, origin, publisherEmail: findSetting('publisher').email }) }, now)
}

/** Other systems hear of settled and refunded purchases. */
async function tellOthers(now: Millis): Promise<void> {
  await recordEvents(now)
  await deliverWebhooks(now)
}

/** Codes and links that ran out, and mails and texts long since read, are of no use to anybody but a thief. */
async function forget(now: Millis): Promise<void> {
  await commit([forgetTokens(now - 7 * day), forgetMails(now - 90 * day), forgetTexts(now - 7 * day)])
  await forgetWebhooks(now - 90 * day)
}
