import { afterAll, beforeAll, expect, test } from 'vitest'
import { anyRows, commit } from '../../db/commit.ts'
import { writeSql } from '../../db/statement.ts'
import { findAdRecord } from '../../lib/ads/ad-record-queries.ts'
import { changeAdStatus } from '../../lib/ads/change-ad-status.ts'
import { doubtContact } from '../../lib/ads/contact-doubt-store.ts'
import { approveCases } from '../../lib/moderation/approve-cases.ts'
import { claimCase } from '../../lib/moderation/claim-case.ts'
import { decideCase } from '../../lib/moderation/decide-case.ts'
import { findCase, findOpenCaseOf, listDecisions } from '../../lib/moderation/moderation-queries.ts'
import { openCase } from '../../lib/moderation/moderation-store.ts'
import { reportAd } from '../../lib/moderation/report-ad.ts'
import { undoDecision } from '../../lib/moderation/undo-decision.ts'
import { eur } from '../../lib/money/money.ts'
import { applyDecidedEdits } from '../../lib/posting/apply-decided-edits.ts'
import { changeOwnAd } from '../../lib/posting/change-own-ad.ts'
import { clearDrafts } from '../../lib/posting/clear-drafts.ts'
import { clearUnpaidAds } from '../../lib/posting/clear-unpaid-ads.ts'
import { findWaitingEdit } from '../../lib/posting/drafts-queries.ts'
import { type OwnChange, renewKeyOf } from '../../lib/posting/own-ads.ts'
import { findOwnAd, listAdDays, listOwnAds } from '../../lib/posting/own-ads-queries.ts'
import { refuseEdit } from '../../lib/posting/refuse-edit.ts'
import { renewAd } from '../../lib/posting/renew-ad.ts'
import { saveContact } from '../../lib/posting/save-contact.ts'
import { sendEmailCode } from '../../lib/posting/send-email-code.ts'
import { verifyEmail } from '../../lib/posting/verify-email.ts'
import { warnExpiringAds } from '../../lib/posting/warn-expiring-ads.ts'
import { findCaseView } from '../../lib/reports/case-view.ts'
import { openOwnContact } from '../../lib/reveals/reveals-queries.ts'
import { noteAdView, writeAdViews } from '../../lib/runtime/ad-views.ts'
import { day } from '../../lib/time/time.ts'
import { postingNow as now, openPostingSite, type PostingSite } from '../support/posting-site.ts'

let site: PostingSite
beforeAll(async () => {
  site = await openPostingSite()
})
afterAll(() => site.close())

async function standing(since = now) {
  const { draftId } = await site.post()
  const { id, ref } = site.adOf(draftId)
  await changeAdStatus(id, { to: 'published', now: since })
  return { id, ref, owner: site.ownerOf(draftId) }
}

function change(ref: string, to: OwnChange, { owner, sure = false }: Readonly<{ owner?: string; sure?: boolean }>) {
  return changeOwnAd({ locale: 'fr', from: undefined, ref, change: to, sure }, site.context(owner))
}

function renew(ref: string, who: Readonly<{ owner?: string; key?: string; at?: number }>) {
  const context = { ...site.context(who.owner), now: who.at ?? now }
  return renewAd({ locale: 'fr', from: undefined, ref, key: who.key }, context)
}

const statusOf = (id: number) => findAdRecord(id)?.status

test('an ad is paused, resumed and sold by its owner, and found only while it stands', async () => {
  const { id, ref, owner } = await standing()
  const found = () => site.count('search_documents', `ad_id = ${id}`)
  await change(ref, 'pause', { owner })
  expect([statusOf(id), found()]).toEqual(['paused', 0])
  await change(ref, 'pause', { owner })
  await change(ref, 'resume', { owner })
  expect([statusOf(id), found()]).toEqual(['published', 1])
  await change(ref, 'sold', { owner })
  expect([statusOf(id), found(), findAdRecord(id)?.soldAt]).toEqual(['sold', 0, now])
})

test('nobody else can change it, and what its state does not allow is refused', async () => {
  const { ref, owner } = await standing()
  const other = await site.member(`x-${ref}@example.org`)
  await expect(change(ref, 'pause', { owner: other })).rejects.toMatchObject({ code: 'not_found' })
  await expect(change(ref, 'pause', {})).rejects.toMatchObject({ code: 'not_signed_in' })
  await expect(change(ref, 'resume', { owner })).resolves.toBeDefined()
  await change(ref, 'sold', { owner })
  await expect(change(ref, 'pause', { owner })).rejects.toMatchObject({ code: 'conflict' })
})

test('a deleted ad leaves the queue of staff, unless a report about it waits for an answer', async () => {
  const [plain, reported] = [await standing(), await standing()]
  expect(findOpenCaseOf(plain.id)).toBeDefined()
  const report = {
    ref: reported.ref,
    locale: 'fr',
    reason: 'fraud',
    explanation: 'Le véhicule n’existe pas, la photo est volée.',
    name: null,
    email: null,
    isInGoodFaith: true,
    once: 'once-0123456789',
  } as const
  await reportAd(report, { address: '192.0.2.77', now })
  for (const ad of [plain, reported]) await change(ad.ref, 'delete', { owner: ad.owner, sure: true })
  expect(findOpenCaseOf(plain.id)).toBeUndefined()
  expect(findOpenCaseOf(reported.id)).toBeDefined()
})

test('a deleted ad is gone with its contact, unless somebody bought access to it', async () => {
  const { id, ref, owner } = await standing()
  await expect(change(ref, 'delete', { owner })).rejects.toMatchObject({ code: 'invalid_input' })
  await change(ref, 'delete', { owner, sure: true })
  expect(site.count('contacts', `ad_id = ${id}`)).toBe(0)
  expect(findOwnAd(owner, ref, now)).toBeUndefined()

  const bought = await standing()
  const buyer = await site.payerWithBalance(eur(1000))
  await site.buy(buyer, site.quote({ id: bought.id, ref: bought.ref, price: eur(300) }, 'wallet-eur'))
  await change(bought.ref, 'delete', { owner: bought.owner, sure: true })
  expect(site.count('contacts', `ad_id = ${bought.id}`)).toBe(1)
})

test('renewing keeps the days that are left, opens a month before the end, and twice at once is once', async () => {
  const { id, ref, owner } = await standing()
  const end = findAdRecord(id)?.expiresAt ?? 0
  await expect(renew(ref, { owner })).rejects.toMatchObject({ code: 'conflict' })
  const at = end - 5 * day
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => renew(ref, { owner, at })))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(findAdRecord(id)?.expiresAt).toBe(end + 60 * day)
})

test('an ad whose time is over stands again when it is renewed', async () => {
  const { id, ref, owner } = await standing()
  const end = findAdRecord(id)?.expiresAt ?? 0
  await changeAdStatus(id, { to: 'expired', now: end })
  await renew(ref, { owner, at: end + day })
  expect([statusOf(id), site.count('search_documents', `ad_id = ${id}`)]).toEqual(['published', 1])
  expect(findAdRecord(id)?.expiresAt).toBe(end + day + 60 * day)
})

test('renewing or changing an ad ends a doubt about its contact', async () => {
  const { id, ref, owner } = await standing()
  const doubtedAt = () => findAdRecord(id)?.contactDoubtedAt
  await commit([doubtContact(id, now)])
  expect(doubtedAt()).toBe(now)
  await renew(ref, { owner, at: (findAdRecord(id)?.expiresAt ?? 0) - day })
  expect(doubtedAt()).toBeNull()

  await commit([doubtContact(id, now)])
  const { draftId } = await site.edit(ref, owner)
  await site.submit(draftId, owner)
  expect(doubtedAt()).toBeNull()
})

test('an ad taken offline until it is changed goes before staff again, with the days it had; a suspended one does not', async () => {
  const ad = await standing(now - 20 * day)
  const { expiresAt = 0, sortKey } = findAdRecord(ad.id) ?? {}
  await decide(ad.id, 'ask_change')
  await changeAdStatus(ad.id, { to: 'suspended', now })
  const { draftId } = await site.edit(ad.ref, ad.owner)
  await site.details(draftId, { title: 'Terrot 125 EP de 1951', memberId: ad.owner })
  expect(await site.submit(draftId, ad.owner)).toMatchObject({ waits: false, status: 'pending' })
  expect(site.count('moderation_cases', `ad_id = ${ad.id} and state = 'open'`)).toBe(1)
  const waited = day
  const caseId = findOpenCaseOf(ad.id) ?? ''
  await decideCase({ caseId, kind: 'approve', explanation: '', staffId: 'ana', now: now + waited })
  // Being sent back is no way to the top of the lists.
  expect(findAdRecord(ad.id)).toMatchObject({ status: 'published', expiresAt: expiresAt + waited, sortKey })

  const stopped = await standing()
  await decide(stopped.id, 'suspend')
  await changeAdStatus(stopped.id, { to: 'suspended', now })
  const change = await site.edit(stopped.ref, stopped.owner)
  expect(await site.submit(change.draftId, stopped.owner)).toMatchObject({ status: 'suspended' })
})

test('the end is told seven days and one day before, once each, with a link that works once', async () => {
  const { id, ref } = await standing()
  const ad = findAdRecord(id)
  const end = ad?.expiresAt ?? 0
  const mails = () => site.count('outbox_mails', `dedupe_key like 'ad-expires:${id}:%'`)
  await warnExpiringAds(end - 8 * day)
  expect(mails()).toBe(0)
  await warnExpiringAds(end - 7 * day + 1)
  await warnExpiringAds(end - 6 * day)
  expect(mails()).toBe(1)
  await warnExpiringAds(end - day + 1)
  await warnExpiringAds(end - day / 2)
  expect(mails()).toBe(2)

  const key = renewKeyOf({ ref, expiresAt: end })
  await expect(renew(ref, { key: 'guessed', at: end - day })).rejects.toMatchObject({ code: 'not_found' })
  await renew(ref, { key, at: end - day })
  await expect(renew(ref, { key, at: end - day })).rejects.toMatchObject({ code: 'not_found' })
})

test('views are counted without robots, and unlocks with the sale', async () => {
  const { id, ref, owner } = await standing()
  const look = (userAgent: string, path = `/fr/annonce/${ref}/terrot`) =>
    noteAdView({ method: 'GET', path, userAgent, isPrefetch: false })
  look('Mozilla/5.0 Firefox/140.0')
  look('Mozilla/5.0 Firefox/140.0', `/en/ad/${ref}/terrot`)
  look('Googlebot/2.1')
  look('')
  for (const page of [
    'fr/annonce/REF/contact/x',
    'fr/annonce/REF/contact',
    'fr/annonce/REF/signaler',
    'en/ad/REF/report',
  ])
    look('Mozilla/5.0 Firefox/140.0', `/${page.replace('REF', ref)}`)
  noteAdView({ method: 'GET', path: '/fr/annonce/ZZZZZZ/x', userAgent: 'Mozilla/5.0', isPrefetch: false })
  await writeAdViews(now)
  const buyer = await site.payerWithBalance(eur(1000))
  await site.buy(buyer, site.quote({ id, ref, price: eur(300) }, 'wallet-eur'))
  expect(listAdDays(id, now).at(-1)).toMatchObject({ views: 2, unlocks: 1 })
  expect(findOwnAd(owner, ref, now)).toMatchObject({ views: 2, unlocks: 1 })
  expect(listOwnAds(owner, now).map((ad) => ad.ref)).toEqual([ref])
})

const bodyWithNumber = 'Moteur complet, révisé en 2019, livré avec ses papiers. Appelez le 06 39 98 12 34.'

async function waitingEdit(body = bodyWithNumber) {
  return waitingEditOf(await standing(), body)
}

async function waitingEditOf(ad: Awaited<ReturnType<typeof standing>>, body = bodyWithNumber) {
  const { draftId } = await site.edit(ad.ref, ad.owner)
  const { view } = await site.details(draftId, { body, memberId: ad.owner })
  const notContact = view.finds.filter(({ weight }) => weight === 'explain').map(({ text }) => text)
  await site.details(draftId, { body, notContact, memberId: ad.owner })
  expect(await site.submit(draftId, ad.owner)).toMatchObject({ waits: true })
  return { ...ad, draftId }
}

test('staff reads the changes that wait and may keep the ad as it is: they go back with the reason, once', async () => {
  const { id, ref, draftId } = await waitingEdit()
  const caseId = findOpenCaseOf(id) ?? ''
  const seen = () => findCaseView(id, { found: findCase(caseId), locale: 'fr', now })
  const waiting = seen()?.waiting
  expect(waiting?.words.texts[0]?.body.text).toContain('06 39 98')
  expect(waiting?.words.markCount).toBeGreaterThan(0)
  expect(seen()?.words.texts[0]?.body.text).not.toContain('06 39 98')

  const [staffId, other] = [await site.member(`s-${ref}@example.org`), await site.member(`o-${ref}@example.org`)]
  const explanation = 'Le numéro ne peut pas figurer dans le texte.'
  const keep = (by = staffId, words = explanation, sentAt = waiting?.sentAt ?? 0) =>
    refuseEdit({ caseId, explanation: words, sentAt, staffId: by, now: now + 5 })
  await expect(keep(staffId, 'non')).rejects.toMatchObject({ code: 'invalid_input' })
  await expect(keep(staffId, explanation, 1)).rejects.toMatchObject({ code: 'conflict' })
  await claimCase(caseId, { staffId: other, now })
  await expect(keep()).rejects.toMatchObject({ fields: [{ code: 'claimed_by_other' }] })
  const answers = await Promise.allSettled([keep(other), keep(other)])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)

  expect([statusOf(id), findOpenCaseOf(id), seen()?.waiting]).toEqual(['published', undefined, undefined])
  expect(site.view(draftId).draft.submittedAt).toBeNull()
  expect(
    site.count('outbox_mails', `dedupe_key like 'edit-refused:${draftId}:%' and text like '%${explanation}%'`),
  ).toBe(1)
  expect(listDecisions(id)[0]).toMatchObject({ kind: 'keep', caseId, staffId: other, explanation, at: now + 5 })
  await expect(
    undoDecision({ decisionId: listDecisions(id)[0]?.id ?? '', staffId: other, now: now + 6 }),
  ).rejects.toMatchObject({ code: 'not_found' })
  expect(await applyDecidedEdits(now + 6)).toEqual([])
  expect(findAdRecord(id)?.texts[0]?.body).not.toContain('06 39 98')
})

test('words that only staff may let through are marked in changes that wait, as anywhere staff reads an ad', async () => {
  const { id } = await waitingEdit('Moteur complet, révisé en 2019, cédé avec une carabine ancienne.')
  const found = findCase(findOpenCaseOf(id) ?? '')
  const view = findCaseView(id, { found, locale: 'fr', now })
  expect(view?.waiting?.words.texts[0]?.body.marks).toMatchObject([{ kind: 'banned' }])
  await applyWaiting(id)
  const read = findCaseView(id, { found: undefined, locale: 'fr', now })
  expect(read?.words.texts[0]?.body.marks).toMatchObject([{ kind: 'banned' }])
})

async function applyWaiting(adId: number) {
  await decide(adId, 'approve')
  await applyDecidedEdits(now + 2)
}

test('changes nobody read are approved neither with many others nor by who saw the ad before them', async () => {
  const ad = await standing()
  const staffId = await site.member(`staff-${ad.ref}@example.org`)
  await commit([openCase({ adId: ad.id, reason: 'notice', finds: [], now })])
  const seenAt = findAdRecord(ad.id)?.updatedAt
  await waitingEditOf(ad)
  const caseId = findOpenCaseOf(ad.id) ?? ''
  await expect(
    decideCase({ caseId, kind: 'approve', explanation: '', seenAt, staffId, now: now + 1 }),
  ).rejects.toMatchObject({ fields: [{ code: 'changed' }] })
  const hasUnread = (id: number) => findWaitingEdit(id, now) !== undefined
  expect(await approveCases({ cases: [caseId], hasUnread, staffId, now: now + 1 })).toMatchObject({
    approved: 0,
    passed: 1,
  })
  expect(findOpenCaseOf(ad.id)).toBe(caseId)
})

test('an approval that was undone at once lets changes wait on', async () => {
  const { id, draftId } = await waitingEdit()
  const staffId = await site.member(`undo-${id}@example.org`)
  const caseId = findOpenCaseOf(id) ?? ''
  const { decisionId } = await decideCase({ caseId, kind: 'approve', explanation: '', staffId, now: now + 1 })
  await undoDecision({ decisionId, staffId, now: now + 2 })
  expect(await applyDecidedEdits(now + 3)).toEqual([])
  expect(findOpenCaseOf(id)).toBe(caseId)
  expect(site.view(draftId).draft).toMatchObject({ details: { waits: true }, submittedAt: expect.any(Number) })
})

// One of them must not keep the others from taking effect for ever.
test('approved changes that miss something by now go back, and those of other ads take effect', async () => {
  const [broken, well] = [await waitingEdit(), await waitingEdit()]
  await commit([anyRows(forgetConsent(broken.draftId))])
  await decide(broken.id, 'approve')
  await decide(well.id, 'approve')
  expect(await applyDecidedEdits(now + 2)).toEqual([well.ref])
  expect(site.view(broken.draftId).draft.submittedAt).toBeNull()
})

const forgetConsent = writeSql('update ad_drafts set sale_consent_text = null where id = ?')

test('an edit sent in the same moment as a suspension does not undo it', async () => {
  const { id, ref, owner } = await standing()
  const { draftId } = await site.edit(ref, owner)
  const body = 'Moteur complet, révisé en 2021, livré avec ses papiers et deux clés.'
  await site.details(draftId, { body, memberId: owner })
  await Promise.all([changeAdStatus(id, { to: 'suspended', now: now + 1 }), site.submit(draftId, owner)])
  expect(statusOf(id)).toBe('suspended')
  expect(findAdRecord(id)?.texts[0]?.body).toBe(body)
})

test('changes that waited take effect once staff approves, and come back when it does not', async () => {
  const approved = await waitingEdit()
  expect(await applyDecidedEdits(now)).toEqual([])
  await decide(approved.id, 'approve')
  expect(await applyDecidedEdits(now + 2)).toEqual([approved.ref])
  expect(findAdRecord(approved.id)?.texts[0]?.body).toContain('06 39 98')
  expect(await applyDecidedEdits(now + 3)).toEqual([])

  const refused = await waitingEdit()
  await decide(refused.id, 'ask_change')
  expect(await applyDecidedEdits(now + 2)).toEqual([])
  expect(findAdRecord(refused.id)?.texts[0]?.body).not.toContain('06 39 98')
  expect(site.view(refused.draftId).draft.submittedAt).toBeNull()
})

test('another address given in a change is proved, and neither the ad nor its owner goes to another account', async () => {
  const { id, ref, owner } = await standing()
  const { draftId } = await site.edit(ref, owner)
  const form = { locale: 'fr' as const, from: undefined, draftId }
  const contact = {
    name: 'Marcel',
    phone: '02 61 91 48 37',
    hours: '',
    showsPhone: true,
    showsEmail: true,
    consent: true,
  }
  const email = `other-${ref}@example.org`
  const view = await saveContact({ ...form, ...contact, email, save: 'stay' }, site.context(owner))
  expect(view.contactProblems).toEqual([{ field: 'emailCode', code: 'not_verified' }])
  await sendEmailCode(form, site.context(owner))
  const proved = await verifyEmail({ ...form, code: site.mailedCode(email) }, site.context(owner))
  expect(proved.cookies).toEqual([])
  expect(site.count('members', `email = '${email}'`)).toBe(0)
  expect(site.ownerOf(draftId)).toBe(owner)
  await site.submit(draftId, owner)
  expect(openOwnContact(id, owner)?.email).toBe(email)
})

test('the contact of an ad opens for its owner alone', async () => {
  const { id, owner } = await standing()
  expect(openOwnContact(id, owner)?.phone).toBe('02 61 91 48 37')
  expect(openOwnContact(id, await site.member(`y-${id}@example.org`))).toBeUndefined()
})

test('a draft nobody touched for a month is gone with what was typed into it', async () => {
  const { draftId } = await site.start()
  await clearDrafts(now + 29 * day)
  expect(site.count('ad_drafts', `id = '${draftId}'`)).toBe(1)
  await clearDrafts(now + 31 * day)
  expect(site.count('ad_drafts', `id = '${draftId}'`)).toBe(0)
})

const insertDecision = writeSql(`insert into decisions
  (id, ad_id, case_id, kind, status_before, ground_key, explanation, is_automated, staff_id, undoes, at)
  values (?, ?, null, ?, 'published', null, '', 0, null, null, ?)`)

test('an ad whose fee nobody paid for a month is gone with its contact; one that is being paid or stands is not', async () => {
  const unpaid = async () => {
    const { draftId } = await site.post()
    const { id } = site.adOf(draftId)
    await commit([anyRows(makeDraft(id))])
    return id
  }
  const [left, paying, stands] = [await unpaid(), await unpaid(), await standing()]
  const buyer = await site.payer()
  await site.buy(buyer, site.quote({ id: stands.id, ref: stands.ref, price: eur(300) }, 'sms-83000'))
  await commit([anyRows(movePurchase(paying, stands.id))])
  const month = (findAdRecord(left)?.updatedAt ?? 0) + 30 * day
  expect(await clearUnpaidAds(month - 1)).toBe(0)
  expect(await clearUnpaidAds(month)).toBe(1)
  expect([statusOf(left), statusOf(paying), statusOf(stands.id)]).toEqual(['deleted', 'draft', 'published'])
  expect([site.count('contacts', `ad_id = ${left}`), site.count('contacts', `ad_id = ${paying}`)]).toEqual([0, 1])
  expect(await clearUnpaidAds(month)).toBe(0)
})

const makeDraft = writeSql("update ads set status = 'draft' where id = ?")
const movePurchase = writeSql('update purchases set ad_id = ? where ad_id = ?')

async function decide(adId: number, kind: string) {
  await commit([anyRows(insertDecision(`${adId}-${kind}`, adId, kind, now + 1))])
}
