import { afterEach, beforeEach, expect, test } from 'vitest'
import { reader } from '../../db/client.ts'
import { findAdRecord } from '../../lib/ads/ad-record-queries.ts'
import { createMember } from '../../lib/members/create-member.ts'
import type { StaffRole } from '../../lib/members/member.ts'
import { answerAppeal } from '../../lib/moderation/answer-appeal.ts'
import { decideCase } from '../../lib/moderation/decide-case.ts'
import { lodgeAppeal } from '../../lib/moderation/lodge-appeal.ts'
import { appealMs } from '../../lib/moderation/moderation.ts'
import { listCases } from '../../lib/moderation/moderation-queries.ts'
import { findAppealAgainst, findAppealOfNotice, findNotice } from '../../lib/moderation/notices-queries.ts'
import { reportAd, reportAdInput } from '../../lib/moderation/report-ad.ts'
import { undoDecision } from '../../lib/moderation/undo-decision.ts'
import { closeLimits } from '../../lib/rate-limit/rate-limit.ts'
import { testPassword } from '../support/staff.ts'
import { openTestSite, testNow } from '../support/test-site.ts'

let site: Awaited<ReturnType<typeof openTestSite>>
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => {
  closeLimits()
  site.close()
})

const words = 'The same car stands on another site at half the price, with other plates.'
const form = (ref: string, changes: object = {}) =>
  reportAdInput.parse({
    ref,
    locale: 'en',
    reason: 'fraud',
    explanation: words,
    name: '',
    email: 'reporter@example.org',
    isInGoodFaith: '1',
    once: 'aaaaaaaaaaaa',
    ...changes,
  })
const from = (address = '192.0.2.7', now = testNow) => ({ address, now })
const mails = () =>
  reader().$client.prepare('select recipient, subject from outbox_mails order by rowid').all() as object[]
const onlyCase = () => listCases({ reason: undefined, limit: 5 }).lines[0]?.id ?? ''

async function person(staffRole: StaffRole | null, email: string): Promise<string> {
  const common = { password: testPassword, displayName: email, locale: 'fr' as const, now: testNow }
  return (await createMember({ ...common, email, staffRole })).id
}

async function reported() {
  const memberId = await person(null, 'jeanne@example.org')
  const ad = await site.addAd({ memberId })
  const { ref } = await reportAd(form(ad.ref), from())
  return { ad, ref }
}

const suspend = (staffId: string, now = testNow) =>
  decideCase({
    ...{ caseId: onlyCase(), kind: 'suspend', groundKey: 'fraud', explanation: 'Signs of a fraud.' },
    ...{ staffId, now },
  })
const keep = (staffId: string) =>
  decideCase({ caseId: onlyCase(), kind: 'approve', explanation: '', staffId, now: testNow })

test('a notice is recorded once, confirmed by mail and puts the ad before staff', async () => {
  const ad = await site.addAd()
  const refs = await Promise.all(Array.from({ length: 5 }, () => reportAd(form(ad.ref.toLowerCase()), from())))
  expect(new Set(refs.map(({ ref }) => ref)).size).toBe(1)
  expect(site.count('notices')).toBe(1)
  expect(findNotice(refs[0]?.ref ?? '')).toMatchObject({ state: 'received', reporterName: null, adRef: ad.ref })
  expect(listCases({ reason: 'notice', limit: 5 }).lines).toMatchObject([{ adId: ad.id, noticeCount: 1 }])
  expect(mails()).toEqual([{ recipient: 'reporter@example.org', subject: `Your report of ad ${ad.ref}` }])
  // Nothing happens to the ad by being reported.
  expect(findAdRecord(ad.id)?.status).toBe('published')
})

test('a notice may be anonymous; what is not public cannot be reported', async () => {
  const ad = await site.addAd()
  await reportAd(form(ad.ref, { email: ' ' }), from())
  expect(mails()).toEqual([])
  const hidden = await site.addAd({ status: 'pending' })
  await expect(reportAd(form(hidden.ref), from())).rejects.toMatchObject({ code: 'not_found' })
  await expect(reportAd(form('ZZZZZZ'), from())).rejects.toMatchObject({ code: 'not_found' })
})

test('the form needs a reason, an explanation of substance and good faith', () => {
  for (const changes of [
    { reason: 'boring' },
    { explanation: 'bad' },
    { isInGoodFaith: undefined },
    { email: 'nobody@' },
    { explanation: 'x'.repeat(2001) },
  ])
    expect(() => form('K7P204', changes)).toThrow()
})

test('notices of one connection are limited', async () => {
  const ad = await site.addAd()
  for (let at = 0; at < 10; at += 1) await reportAd(form(ad.ref, { once: `once-number-${at}` }), from())
  await expect(reportAd(form(ad.ref, { once: 'once-number-x' }), from())).rejects.toMatchObject({
    code: 'rate_limited',
  })
  await reportAd(form(ad.ref, { once: 'once-number-y' }), from('192.0.2.8'))
})

test('a decision answers every notice of the ad and both sides are told', async () => {
  const { ad, ref } = await reported()
  await reportAd(form(ad.ref, { once: 'bbbbbbbbbbbb', email: 'second@example.org' }), from('192.0.2.9'))
  const { decisionId } = await suspend('ana')
  expect(findNotice(ref)).toMatchObject({ state: 'upheld', decisionId, answeredAt: testNow })
  expect(site.count('notices', "state = 'upheld'")).toBe(2)
  expect(mails()).toEqual(
    expect.arrayContaining([
      { recipient: 'jeanne@example.org', subject: `Votre annonce ${ad.ref} est suspendue : les raisons` },
      { recipient: 'reporter@example.org', subject: `Your report of ad ${ad.ref}: the answer` },
      { recipient: 'second@example.org', subject: `Your report of ad ${ad.ref}: the answer` },
    ]),
  )
})

test('a notice that comes to nothing is answered, and the advertiser is not troubled', async () => {
  const { ref } = await reported()
  await keep('ana')
  expect(findNotice(ref)).toMatchObject({ state: 'rejected' })
  expect(mails().filter((mail) => 'recipient' in mail && mail.recipient === 'jeanne@example.org')).toEqual([])
})

test('undoing the decision brings the notices back', async () => {
  const { ad, ref } = await reported()
  const { decisionId } = await suspend('ana')
  await undoDecision({ decisionId, staffId: 'ana', now: testNow + 1000 })
  expect(findNotice(ref)).toMatchObject({ state: 'received', decisionId: null, answeredAt: null })
  expect(findAdRecord(ad.id)?.status).toBe('published')
  expect(mails()).toHaveLength(1)
})

test('an advertiser appeals once, is answered by somebody else, and gets the ad back', async () => {
  const { ad } = await reported()
  const ana = await person('moderator', 'ana@example.org')
  const bob = await person('owner', 'bob@example.org')
  const { decisionId } = await suspend(ana)
  const appeal = () =>
    lodgeAppeal({ of: 'decision', key: decisionId, locale: 'fr', text: 'This is my car, here are its papers.' }, from())
  const tries = await Promise.allSettled([appeal(), appeal(), appeal()])
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)

  const appealId = findAppealAgainst(decisionId)?.id ?? ''
  const answer = (staffId: string) =>
    answerAppeal({ appealId, outcome: 'granted', answer: 'The papers are in order.', staffId, now: testNow + 1000 })
  await expect(answer(ana)).rejects.toMatchObject({ code: 'forbidden' })
  const answers = await Promise.allSettled([answer(bob), answer(bob)])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(findAppealAgainst(decisionId)).toMatchObject({ state: 'granted', decidedBy: bob })
  expect(findAdRecord(ad.id)?.status).toBe('published')
  expect(site.count('search_documents', `ad_id = ${ad.id}`)).toBe(1)
  expect(mails()).toContainEqual({
    recipient: 'jeanne@example.org',
    subject: `Votre contestation (annonce ${ad.ref}) : la réponse`,
  })
})

test('the only moderator answers even her own decision, and a denied appeal changes nothing', async () => {
  const { ad } = await reported()
  const ana = await person('owner', 'ana@example.org')
  const { decisionId } = await suspend(ana)
  await lodgeAppeal({ of: 'decision', key: decisionId, locale: 'fr', text: 'This is my car, not a fraud.' }, from())
  const appealId = findAppealAgainst(decisionId)?.id ?? ''
  await answerAppeal({ appealId, outcome: 'denied', answer: 'No papers were shown.', staffId: ana, now: testNow })
  expect(findAdRecord(ad.id)?.status).toBe('suspended')
})

test('the author of a rejected notice appeals, and the ad is suspended after all', async () => {
  const { ad, ref } = await reported()
  const ana = await person('moderator', 'ana@example.org')
  const bob = await person('moderator', 'bob@example.org')
  await keep(ana)
  await lodgeAppeal({ of: 'report', key: ref, locale: 'en', text: 'Please look at the plates again.' }, from())
  const appealId = findAppealOfNotice(findNotice(ref)?.id ?? '')?.id ?? ''
  const grant = {
    appealId,
    outcome: 'granted',
    answer: 'The plates differ indeed.',
    staffId: bob,
    now: testNow,
  } as const
  await expect(answerAppeal(grant)).rejects.toMatchObject({ fields: [{ field: 'ground', code: 'required' }] })
  await answerAppeal({ ...grant, groundKey: 'fraud' })
  expect(findAdRecord(ad.id)?.status).toBe('suspended')
  expect(findNotice(ref)).toMatchObject({ state: 'upheld', answer: 'The plates differ indeed.' })
})

test('nobody appeals twice, late, or against what took nothing from them', async () => {
  const { ref } = await reported()
  const text = 'I do not agree with this at all.'
  const byReporter = (now = testNow) =>
    lodgeAppeal({ of: 'report', key: ref, locale: 'en', text }, from('192.0.2.7', now))
  await expect(byReporter()).rejects.toMatchObject({ code: 'conflict' })
  const { decisionId } = await keep('ana')
  await expect(lodgeAppeal({ of: 'decision', key: decisionId, locale: 'en', text }, from())).rejects.toMatchObject({
    code: 'conflict',
  })
  await expect(byReporter(testNow + appealMs + 1)).rejects.toMatchObject({ code: 'conflict' })
  await byReporter()
  await expect(byReporter()).rejects.toMatchObject({ code: 'conflict' })
  await expect(
    lodgeAppeal({ of: 'report', key: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAA', locale: 'en', text }, from()),
  ).rejects.toMatchObject({ code: 'not_found' })
})
