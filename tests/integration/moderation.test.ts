import { afterEach, beforeEach, expect, test } from 'vitest'
import { reader, writer } from '../../db/client.ts'
import { commit } from '../../db/commit.ts'
import { findAdRecord } from '../../lib/ads/ad-record-queries.ts'
import { changeAdStatus } from '../../lib/ads/change-ad-status.ts'
import { listAuditOf } from '../../lib/audit/audit-queries.ts'
import { createMember } from '../../lib/members/create-member.ts'
import { approveCases } from '../../lib/moderation/approve-cases.ts'
import { claimCase } from '../../lib/moderation/claim-case.ts'
import { type CaseDecision, decideCase } from '../../lib/moderation/decide-case.ts'
import { claimMs, possibleDecisions } from '../../lib/moderation/moderation.ts'
import { findNextCase, listCases, listDecisions } from '../../lib/moderation/moderation-queries.ts'
import { openCase } from '../../lib/moderation/moderation-store.ts'
import { undoApprovals } from '../../lib/moderation/undo-approvals.ts'
import { undoDecision } from '../../lib/moderation/undo-decision.ts'
import { day, hour } from '../../lib/time/time.ts'
import { testPassword } from '../support/staff.ts'
import { openTestSite, testNow } from '../support/test-site.ts'

let site: Awaited<ReturnType<typeof openTestSite>>
let advertiser: string
beforeEach(async () => {
  site = await openTestSite()
  const member = await createMember({
    email: 'annonceur@example.org',
    password: testPassword,
    displayName: 'Jeanne',
    staffRole: null,
    locale: 'en',
    now: testNow,
  })
  advertiser = member.id
})
afterEach(() => site.close())

type Options = Parameters<typeof site.addAd>[0]

async function waitingAd(options: Options = { status: 'pending' }) {
  const ad = await site.addAd({ memberId: advertiser, ...options })
  await commit([openCase({ adId: ad.id, reason: 'new', finds: [], now: testNow })])
  const found = listCases({ reason: undefined, limit: 100 }).lines.find(({ adId }) => adId === ad.id)
  if (!found) throw new Error('the ad does not wait')
  return { ...ad, caseId: found.id }
}

const decide = (caseId: string, changes: Partial<CaseDecision> = {}) =>
  decideCase({ caseId, kind: 'approve', explanation: '', staffId: 'ana', now: testNow, ...changes })
const refusal = { kind: 'refuse', groundKey: 'contact_in_text', explanation: 'A number stands in the text.' } as const
const statusOf = (id: number) => findAdRecord(id)?.status
const isFound = (id: number) => site.count('search_documents', `ad_id = ${id}`)
const mails = () =>
  reader()
    .$client.prepare('select dedupe_key as key, subject, text, next_attempt_at as at from outbox_mails order by rowid')
    .all() as { key: string; subject: string; text: string; at: number }[]

test('an approved ad is published, found, and begins its days now', async () => {
  const ad = await waitingAd({ status: 'pending', expiresAt: testNow + 60 * day })
  const published = findAdRecord(ad.id)?.publishedAt ?? 0
  const now = testNow + 3 * hour
  const done = await decide(ad.caseId, { now })

  expect(done).toMatchObject({ adRef: ad.ref, before: 'pending', after: 'published' })
  expect(done.pageTags).toEqual([`ad:${ad.ref}`, 'ads', `advertiser:h-${ad.ref.toLowerCase()}`])
  expect(findAdRecord(ad.id)).toMatchObject({
    status: 'published',
    publishedAt: now,
    expiresAt: testNow + 60 * day + now - published,
  })
  expect(isFound(ad.id)).toBe(1)
  expect(listCases({ reason: undefined, limit: 10 }).count).toBe(0)
  expect(mails()).toMatchObject([{ subject: `Your ad ${ad.ref} is online` }])
})

test('a refusal says what was found, what it rests on, how it was decided and where to appeal', async () => {
  const ad = await waitingAd()
  const { decisionId } = await decide(ad.caseId, refusal)
  const [mail] = mails()

  expect(statusOf(ad.id)).toBe('refused')
  expect(mail?.subject).toBe(`Your ad ${ad.ref} is refused: the reasons`)
  for (const part of [
    'A number stands in the text.',
    'Terms of use',
    'A person took the decision',
    'without a time limit',
    `/en/decision/${decisionId}`,
    'out-of-court',
  ])
    expect(mail?.text).toContain(part)
  // It waits a minute, so that what is undone at once was never said.
  expect(mail?.at).toBe(testNow + 60_000)
  expect(listAuditOf(`ad:${ad.ref}`)[0]).toMatchObject({ action: 'ad_refuse', actor: 'member:ana' })
})

test('what takes an ad away needs a ground and an explanation', async () => {
  const ad = await waitingAd()
  await expect(decide(ad.caseId, { kind: 'refuse', explanation: 'no' })).rejects.toMatchObject({
    code: 'invalid_input',
    fields: [
      { field: 'ground', code: 'required' },
      { field: 'explanation', code: 'length' },
    ],
  })
  expect(statusOf(ad.id)).toBe('pending')
})

test('two who decide at once: one decides, the other is told', async () => {
  const ad = await waitingAd()
  const answers = await Promise.allSettled([
    decide(ad.caseId, { staffId: 'ana' }),
    decide(ad.caseId, { ...refusal, staffId: 'bob' }),
    ...Array.from({ length: 8 }, (_, at) => decide(ad.caseId, { staffId: `s${at}` })),
  ])
  const refused = answers.filter((answer) => answer.status === 'rejected')
  expect(refused).toHaveLength(9)
  for (const { reason } of refused) expect(reason.fields).toEqual([{ field: '', code: 'already_decided' }])
  expect(site.count('decisions')).toBe(1)
  expect(statusOf(ad.id)).toBe(listDecisions(ad.id)[0]?.kind === 'approve' ? 'published' : 'refused')
})

test('a claimed ad is nobody else’s for five minutes', async () => {
  const ad = await waitingAd()
  const claims = await Promise.allSettled(
    ['ana', 'bob', 'eve'].map((staffId) => claimCase(ad.caseId, { staffId, now: testNow })),
  )
  expect(claims.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const holder = listCases({ reason: undefined, limit: 1 }).lines[0]?.claimedBy ?? ''
  const other = holder === 'bob' ? 'ana' : 'bob'

  await expect(decide(ad.caseId, { staffId: other })).rejects.toMatchObject({ fields: [{ code: 'claimed_by_other' }] })
  expect(await claimCase(ad.caseId, { staffId: holder, now: testNow + 60_000 })).toBe(testNow + 60_000 + claimMs)
  const later = testNow + 60_000 + claimMs
  expect(await claimCase(ad.caseId, { staffId: other, now: later })).toBe(later + claimMs)
  await decide(ad.caseId, { staffId: other, now: later })
  expect(statusOf(ad.id)).toBe('published')
})

test('an ad that was edited after it was looked at is not approved unseen', async () => {
  const ad = await waitingAd()
  const seenAt = findAdRecord(ad.id)?.updatedAt ?? 0
  await expect(decide(ad.caseId, { seenAt: seenAt - 1 })).rejects.toMatchObject({ fields: [{ code: 'changed' }] })
  await decide(ad.caseId, { seenAt })
  expect(statusOf(ad.id)).toBe('published')
})

test('undo puts everything back, once, and the letter never leaves', async () => {
  const ad = await waitingAd({ status: 'published' })
  const before = findAdRecord(ad.id)
  const { decisionId } = await decide(ad.caseId, { ...refusal, kind: 'suspend' })
  expect([statusOf(ad.id), isFound(ad.id)]).toEqual(['suspended', 0])

  const undos = await Promise.allSettled(
    Array.from({ length: 5 }, () => undoDecision({ decisionId, staffId: 'ana', now: testNow + 5000 })),
  )
  expect(undos.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const after = findAdRecord(ad.id)
  expect({ ...after, updatedAt: 0 }).toEqual({ ...before, updatedAt: 0 })
  expect(isFound(ad.id)).toBe(1)
  expect(mails()).toEqual([])
  expect(listCases({ reason: undefined, limit: 10 }).lines).toMatchObject([{ id: ad.caseId, claimedBy: 'ana' }])
  expect(listDecisions(ad.id).map(({ kind, isUndone }) => [kind, isUndone])).toEqual([
    ['restore', false],
    ['suspend', true],
  ])
})

test('undone after its letter has left, a decision is corrected by another letter', async () => {
  const ad = await waitingAd()
  const { decisionId } = await decide(ad.caseId, refusal)
  writer().$client.prepare('update outbox_mails set attempts = 1, sent_at = ?').run(testNow)
  await undoDecision({ decisionId, staffId: 'ana', now: testNow + hour })
  expect(mails().map(({ subject }) => subject)).toEqual([
    `Your ad ${ad.ref} is refused: the reasons`,
    `Your ad ${ad.ref}: decision withdrawn`,
  ])
})

test('a decision cannot be undone once another followed or the advertiser acted', async () => {
  const ad = await waitingAd({ status: 'published' })
  const first = await decide(ad.caseId, { ...refusal, kind: 'suspend' })
  await commit([openCase({ adId: ad.id, reason: 'edited', finds: [], now: testNow })])
  const [again] = listCases({ reason: undefined, limit: 1 }).lines
  const second = await decide(again?.id ?? '', { now: testNow + 1 })
  const undo = (decisionId: string) => undoDecision({ decisionId, staffId: 'ana', now: testNow + 2 })
  await expect(undo(first.decisionId)).rejects.toMatchObject({ fields: [{ code: 'later_decision' }] })

  await changeAdStatus(ad.id, { to: 'paused', now: testNow + 3 })
  await expect(undo(second.decisionId)).rejects.toMatchObject({ fields: [{ code: 'changed' }] })
  await changeAdStatus(ad.id, { to: 'published', now: testNow + 4 })
  await undo(second.decisionId)
  expect(statusOf(ad.id)).toBe('suspended')
})

test('several are approved in one go, what others hold is passed over, and one undo brings them back', async () => {
  const ads = [await waitingAd(), await waitingAd(), await waitingAd()]
  await claimCase(ads[2]?.caseId ?? '', { staffId: 'bob', now: testNow })
  const done = await approveCases({
    cases: { reason: undefined },
    hasUnread: () => false,
    staffId: 'ana',
    now: testNow,
  })
  expect(done).toMatchObject({ approved: 2, passed: 1 })
  expect(ads.map(({ id }) => statusOf(id))).toEqual(['published', 'published', 'pending'])

  // Nobody else's decisions of the same moment are touched.
  expect(await undoApprovals({ at: testNow, staffId: 'bob', now: testNow + 1 })).toMatchObject({ undone: 0 })
  expect(await undoApprovals({ at: testNow, staffId: 'ana', now: testNow + 1 })).toMatchObject({ undone: 2, kept: 0 })
  expect(ads.map(({ id }) => statusOf(id))).toEqual(['pending', 'pending', 'pending'])
  expect(listCases({ reason: undefined, limit: 10 }).count).toBe(3)
})

test('a second reason joins the open case and keeps the earlier deadline', async () => {
  const ad = await waitingAd()
  const [before] = listCases({ reason: undefined, limit: 1 }).lines
  const find = { locale: 'fr', field: 'title', kind: 'phone', start: 0, end: 4 }
  await commit([openCase({ adId: ad.id, reason: 'edited', finds: [find], now: testNow + day })])
  expect(listCases({ reason: undefined, limit: 10 }).lines).toMatchObject([
    { id: ad.caseId, reason: 'new', dueAt: before?.dueAt, findCount: 1 },
  ])
})

test('the next case is the most urgent one that nobody else holds', async () => {
  const [first, second, third] = [await waitingAd(), await waitingAd(), await waitingAd()]
  const lines = listCases({ reason: undefined, limit: 10 }).lines
  const [a, b, c] = lines
  expect(new Set(lines.map(({ id }) => id))).toEqual(new Set([first?.caseId, second?.caseId, third?.caseId]))
  const viewer = { staffId: 'ana', reason: undefined, now: testNow }
  if (!a || !b || !c) throw new Error('three wait')
  expect(findNextCase(a, viewer)).toBe(b.id)
  await claimCase(b.id, { staffId: 'bob', now: testNow })
  expect(findNextCase(a, viewer)).toBe(c.id)
  expect(findNextCase(c, viewer)).toBe(a.id)
})

test('no decision is offered that means nothing for the ad', () => {
  expect(possibleDecisions('pending')).toEqual(['approve', 'refuse', 'ask_change'])
  expect(possibleDecisions('published')).toEqual(['approve', 'ask_change', 'suspend'])
  expect(possibleDecisions('deleted')).toEqual(['approve'])
})
