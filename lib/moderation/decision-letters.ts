import type { Step } from '../../db/commit.ts'
import { config } from '../config/env.ts'
import type { Locale } from '../i18n/locales.ts'
import { adPath, pathTo } from '../i18n/paths.ts'
import { translate } from '../i18n/translator.ts'
import { findMailByKey } from '../mail/mail-queries.ts'
import { queueMail, recallMail } from '../mail/mail-store.ts'
import { type MailKey, type MailValues, mailText } from '../mail/mail-text.ts'
import { slugOf } from '../text/text.ts'
import { formatDate } from '../time/format-time.ts'
import type { Millis } from '../time/time.ts'
import { basisOf, isGround } from './grounds.ts'
import { appealMs, type CaseReason, isRestriction, type KeptDecisionKind, undoMs } from './moderation.ts'
import { findAdvertiserMember } from './moderation-queries.ts'

export type DecidedAd = Readonly<{ id: number; ref: string; title: string }>
export type TakenDecision = Readonly<{
  id: string
  kind: KeptDecisionKind
  groundKey: string | null
  explanation: string
  isAutomated: boolean
  /** Why the ad was looked at; absent when nobody asked. */
  caseReason: CaseReason | undefined
  at: Millis
}>

/**
 * The letter to the advertiser about a decision: the statement of reasons, or that the ad is online. It waits a minute,
 * so that a decision undone at once is never told. No steps where there is nobody to write to.
 */
export function tellAdvertiser(ad: DecidedAd, decision: TakenDecision): readonly Step[] {
  const member = findAdvertiserMember(ad.id)
  if (!member) return []
  const { locale, email } = member
  const { origin } = config()
  const common = { ref: ad.ref, title: ad.title }
  const letter = isRestriction(decision.kind)
    ? mailText('adStopped', locale, {
        ...common,
        decision: translate(locale, 'moderation')(`decision.${decision.kind}`),
        sentence: translate(locale, 'moderation')(`sentence.${decision.kind}`),
        reasons: reasonsOf(decision, locale).join('\n\n'),
        date: formatDate(decision.at + appealMs, locale),
        url: origin + pathTo(locale, 'decision', decision.id),
      })
    : mailText('adApproved', locale, {
        ...common,
        url: origin + adPath(locale, { ref: ad.ref, slug: slugOf(ad.title) }),
      })
  return [queueMail({ dedupeKey: keyOf(decision.id), to: email, locale, letter }, decision.at + undoMs)]
}

/**
 * The reasons of a decision, a paragraph each: what was found, what it rests on, how it was found and decided, how far
 * it reaches (Regulation (EU) 2022/2065, article 17).
 */
export function reasonsOf(decision: Omit<TakenDecision, 'id' | 'at'>, locale: Locale): readonly string[] {
  const t = translate(locale, 'moderation')
  const { groundKey, explanation, kind } = decision
  const how = {
    machine: t('letter.byMachine'),
    notice: `${t('letter.byNotice')} ${t('letter.byPerson')}`,
    screening: t('letter.byScreening'),
    person: t('letter.byPerson'),
  }[originOf(decision)]
  return [
    explanation.trim() === '' ? '' : t('letter.facts', { text: explanation.trim() }),
    isGround(groundKey)
      ? t('letter.basis', { text: `${t(`ground.${groundKey}.basis`)} (${t(`basis.${basisOf(groundKey)}`)})` })
      : '',
    how,
    t('letter.scope'),
    kind === 'ask_change' ? t('letter.change') : '',
  ].filter((text) => text !== '')
}

function originOf({
  isAutomated,
  caseReason,
}: Pick<TakenDecision, 'isAutomated' | 'caseReason'>): 'machine' | 'notice' | 'screening' | 'person' {
  if (isAutomated) return 'machine'
  if (caseReason === 'notice') return 'notice'
  return caseReason === 'screening' ? 'screening' : 'person'
}

/** A decision is undone: its letter is taken back, or where it has left, another follows. */
export function takeBackLetter(ad: DecidedAd, undone: Readonly<{ decisionId: string; now: Millis }>): readonly Step[] {
  const { decisionId, now } = undone
  const member = findAdvertiserMember(ad.id)
  const values = { ref: ad.ref, title: ad.title }
  return takeBack(
    keyOf(decisionId),
    now,
    member && { ...member, key: 'adRestored', values, path: ['decision', decisionId] },
  )
}

export type Correction = Readonly<{
  email: string
  locale: Locale
  key: MailKey
  values: MailValues
  /** The page its link leads to. */
  path: readonly ['decision' | 'report', string]
}>

/** Takes a letter back, or corrects it where it has left. */
export function takeBack(dedupeKey: string, now: Millis, correction: Correction | undefined): readonly Step[] {
  const mail = findMailByKey(dedupeKey)
  if (!mail) return []
  if (mail.attempts === 0) return [recallMail(dedupeKey)]
  if (!correction) return []
  const { email, locale, key, values, path } = correction
  const url = config().origin + pathTo(locale, ...path)
  const letter = mailText(key, locale, { ...values, url })
  return [queueMail({ dedupeKey: `${dedupeKey}:undone`, to: email, locale, letter }, now)]
}

function keyOf(decisionId: string): string {
  return `decision:${decisionId}`
}
