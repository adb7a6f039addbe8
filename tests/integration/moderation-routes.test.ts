import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { POST as claim } from '../../app/api/v1/admin/cases/[id]/claim/route.ts'
import { POST as decide } from '../../app/api/v1/admin/cases/[id]/decision/route.ts'
import { POST as approve } from '../../app/api/v1/admin/cases/approve/route.ts'
import { POST as undo } from '../../app/api/v1/admin/decisions/[id]/undo/route.ts'
import { POST as undoMany } from '../../app/api/v1/admin/decisions/undo-approvals/route.ts'
import { POST as report } from '../../app/api/v1/ads/[ref]/notices/route.ts'
import { POST as appeal } from '../../app/api/v1/appeals/route.ts'
import { commit } from '../../db/commit.ts'
import { findAdRecord } from '../../lib/ads/ad-record-queries.ts'
import { listCases } from '../../lib/moderation/moderation-queries.ts'
import { openCase } from '../../lib/moderation/moderation-store.ts'
import { findAppealOfNotice, findNotice } from '../../lib/moderation/notices-queries.ts'
import { closeLimits } from '../../lib/rate-limit/rate-limit.ts'
import { signedIn } from '../support/staff.ts'
import { openTestSite, testNow } from '../support/test-site.ts'

vi.mock('next/headers', () => ({ headers: async () => new Headers() }))
vi.mock('next/navigation', () => ({ redirect: () => undefined, notFound: () => undefined }))

let site: Awaited<ReturnType<typeof openTestSite>>
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => {
  closeLimits()
  site.close()
})

type Route = typeof decide
/** A plain form, as a browser without scripts sends it. */
async function send(route: unknown, fields: Record<string, string>, to: Record<string, string> = {}, cookie = '') {
  const request = new Request('http://localhost:3000/x', {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) },
  })
  const answer = await (route as Route)(request, { params: Promise.resolve(to) })
  return { status: answer.status, location: answer.headers.get('location') ?? '' }
}

async function waiting() {
  const ad = await site.addAd({ status: 'pending' })
  await commit([openCase({ adId: ad.id, reason: 'new', finds: [], now: testNow })])
  return { ...ad, caseId: listCases({ reason: undefined, limit: 9 }).lines.find((one) => one.adId === ad.id)?.id ?? '' }
}

test('a report is sent, followed and contested with plain forms alone', async () => {
  const ad = await site.addAd()
  const explanation = 'La même moto est proposée ailleurs, à moitié prix.'
  const form = { locale: 'fr', reason: 'fraud', explanation, name: '', email: '', once: 'abcdefghijkl', from: '/fr/x' }
  const refused = await send(report, form, { ref: ad.ref })
  expect(refused.status).toBe(303)
  expect(refused.location).toMatch(/^\/fr\/x\?e=/)
  expect(site.count('notices')).toBe(0)

  const sent = await send(report, { ...form, isInGoodFaith: '1' }, { ref: ad.ref })
  const again = await send(report, { ...form, isInGoodFaith: '1' }, { ref: ad.ref })
  expect(sent.location).toMatch(/^\/fr\/signalement\/[\w-]{28}\?new=1$/)
  expect(again.location).toBe(sent.location)
  const ref = sent.location.split(/[/?]/)[3] ?? ''

  const moderator = await signedIn('moderator')
  const [found] = listCases({ reason: 'notice', limit: 1 }).lines
  await send(decide, { kind: 'approve' }, { id: found?.id ?? '' }, moderator)
  expect(findNotice(ref)?.state).toBe('rejected')

  const contested = await send(appeal, {
    of: 'report',
    key: ref,
    locale: 'fr',
    text: 'Regardez la plaque, je vous prie.',
  })
  expect(contested.location).toBe(`/fr/signalement/${ref}#appeal`)
  expect(findAppealOfNotice(findNotice(ref)?.id ?? '')).toMatchObject({ state: 'open', by: 'reporter' })
})

test('a queue is worked through with plain forms: refuse, next, undo, approve all, undo all', async () => {
  const moderator = await signedIn('moderator')
  const [first, second] = [await waiting(), await waiting()]
  // Nothing typed: the words of the ground are sent.
  const refused = await send(
    decide,
    { kind: 'refuse', ground: 'duplicate', explanation: '' },
    { id: first.caseId },
    moderator,
  )
  const done = new URLSearchParams(refused.location.split('?')[1])
  expect(findAdRecord(first.id)?.status).toBe('refused')
  expect(done.get('case')).toBe(second.caseId)

  await send(undo, {}, { id: done.get('done') ?? '' }, moderator)
  expect(findAdRecord(first.id)?.status).toBe('pending')

  const all = await send(approve, { all: '1' }, {}, moderator)
  expect([first, second].map(({ id }) => findAdRecord(id)?.status)).toEqual(['published', 'published'])
  const at = new URLSearchParams(all.location.split('?')[1]).get('many') ?? ''
  await send(undoMany, { at }, {}, moderator)
  expect([first, second].map(({ id }) => findAdRecord(id)?.status)).toEqual(['pending', 'pending'])
})

test('a ground that needs words is not sent half finished, and what was typed comes back', async () => {
  const moderator = await signedIn('moderator')
  const { id, caseId } = await waiting()
  const from = `/admin/moderation?case=${caseId}`
  const answer = await send(
    decide,
    { kind: 'refuse', ground: 'fraud', explanation: '', from },
    { id: caseId },
    moderator,
  )
  expect(answer.location).toMatch(/^\/admin\/moderation\?case=[\w-]+&e=/)
  expect(findAdRecord(id)?.status).toBe('pending')
})

test('only moderators decide, claim and undo', async () => {
  const { id, caseId } = await waiting()
  for (const role of [null, 'finance', 'support', 'read_only'] as const) {
    const cookie = await signedIn(role)
    for (const [route, fields] of [
      [decide, { kind: 'approve' }],
      [claim, {}],
      [undo, {}],
      [approve, { all: '1' }],
    ] as const)
      await send(route, fields, { id: caseId }, cookie)
  }
  await send(decide, { kind: 'approve' }, { id: caseId })
  expect(findAdRecord(id)?.status).toBe('pending')
  expect(site.count('decisions')).toBe(0)
  expect(site.count('moderation_cases', 'claimed_by is not null')).toBe(0)
})
