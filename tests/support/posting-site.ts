import { reader } from '../../db/client.ts'
import { commit } from '../../db/commit.ts'
import { findAdRecord } from '../../lib/ads/ad-record-queries.ts'
import { findAdForSaleById } from '../../lib/ads/sale-queries.ts'
import { findCategoryByKey } from '../../lib/categories/categories-queries.ts'
import { unseal } from '../../lib/config/keys.ts'
import { newId } from '../../lib/ids/ids.ts'
import type { StaffRole } from '../../lib/members/member.ts'
import { insertMember, markEmailVerified } from '../../lib/members/members-store.ts'
import { chooseVersion } from '../../lib/posting/choose-version.ts'
import { viewDraft } from '../../lib/posting/draft-view-queries.ts'
import { findDraft } from '../../lib/posting/drafts-queries.ts'
import { markEmailVerified as proveAddress } from '../../lib/posting/drafts-store.ts'
import { editAd } from '../../lib/posting/edit-ad.ts'
import { moveFind } from '../../lib/posting/move-find.ts'
import { type SaveContactInput, saveDetailsInput } from '../../lib/posting/posting-input.ts'
import { findOwnDraft } from '../../lib/posting/require-draft.ts'
import { saveCategory } from '../../lib/posting/save-category.ts'
import { saveContact } from '../../lib/posting/save-contact.ts'
import { saveDetails } from '../../lib/posting/save-details.ts'
import { sendEmailCode } from '../../lib/posting/send-email-code.ts'
import { sendPhoneCode } from '../../lib/posting/send-phone-code.ts'
import { startDraft } from '../../lib/posting/start-draft.ts'
import { submitDraft } from '../../lib/posting/submit-draft.ts'
import { verifyEmail } from '../../lib/posting/verify-email.ts'
import { verifyPhone } from '../../lib/posting/verify-phone.ts'
import { openTestSite, testNow } from './test-site.ts'

export const postingNow = testNow
export type PostingSite = Awaited<ReturnType<typeof openPostingSite>>

export const goodDetails = {
  title: 'Terrot 125 de 1951, sortie de grange',
  body: 'Machine complète, moteur non bloqué, peinture d’origine. Vendue avec sa carte grise.',
  price: '1 200',
  place: '03000 Moulins',
  fields: {
    ...{ make: 'Terrot', model: '125 EP', year: '1951' },
    ...{ running: 'roule', condition: '1', registration: 'carte_grise_ok' },
  },
}

export const findSale = (adId: number) => findAdForSaleById(adId, 'fr')

/** The test site with an advertiser's hands: every step of posting through its use case. */
export async function openPostingSite() {
  const site = await openTestSite()
  let asked = 0
  const nextAddress = () => {
    asked = (asked + 1) % 250
    return asked
  }
  const context = (memberId?: string) => ({
    actor: { deviceHash: undefined, payerIds: [], memberId },
    now: testNow,
    locale: 'fr' as const,
    // A browser of its own for each request, so that limits of one do not stop another.
    address: `192.0.2.${nextAddress()}`,
    userAgent: 'Mozilla/5.0 Firefox/140.0',
    cookies: null,
  })
  const form = { locale: 'fr' as const, from: undefined }
  const version = (draftId: string) => findDraft(draftId, testNow)?.version ?? 0
  const start = (memberId?: string) => startDraft({ ...form, category: undefined }, context(memberId))
  const choose = (draftId: string, category: string) => saveCategory({ ...form, draftId, category }, context())
  const detailsOf = (draftId: string, changes: Readonly<Record<string, unknown>>) =>
    saveDetailsInput.parse({ ...form, draftId, version: version(draftId), ...goodDetails, ...changes })
  const details = (draftId: string, changes: Readonly<Record<string, unknown>> & { memberId?: string } = {}) =>
    saveDetails(detailsOf(draftId, changes), context(changes.memberId))
  const contact = (draftId: string, changes: Partial<SaveContactInput> = {}) =>
    saveContact({ ...form, draftId, ...someContact, ...changes }, context())
  const code = (found: string | undefined) => (found ?? '').replace(/\D/g, '')
  const rows = <T>(sql: string, ...values: unknown[]) =>
    reader()
      .$client.prepare(sql)
      .get(...values) as T | undefined
  const mailedCode = (email: string) =>
    code(
      /\n\s+(\d{4} \d{4})\n/.exec(
        rows<{ text: string }>('select text from outbox_mails where recipient = ? order by rowid desc limit 1', email)
          ?.text ?? '',
      )?.[1],
    )
  const textedCode = () =>
    code(
      /(\d{4} \d{4})/.exec(
        rows<{ text: string }>('select text from outbox_texts order by rowid desc limit 1')?.text ?? '',
      )?.[1],
    )
  const member = async (email: string, staffRole: StaffRole | null = null) => {
    const id = newId()
    const none = { totpSealed: null, totpConfirmedAt: null, totpLastStep: null, erasedAt: null }
    await commit([
      insertMember({
        ...{ id, email, emailFolded: email, passwordHash: '', displayName: 'x', staffRole, locale: 'fr' },
        ...{ isDisabled: false, createdAt: testNow, emailVerifiedAt: null, ...none },
      }),
      markEmailVerified(id, testNow),
    ])
    return id
  }
  const proveEmail = async (draftId: string, memberId?: string) => {
    const id = memberId ?? (await member(`m-${newId()}@example.org`))
    await commit([proveAddress({ id: draftId, now: testNow }, id)])
  }
  const finish = async (draftId: string, who: { memberId?: string; email?: string } = {}) => {
    await contact(draftId, { phone: '02 61 91 48 37', consent: true, ...(who.email ? { email: who.email } : {}) })
    await proveEmail(draftId, who.memberId)
  }
  const ready = async (who: { memberId?: string; email?: string; category?: string } = {}) => {
    const { draftId } = await start()
    await choose(draftId, who.category ?? 'vehicules/motos')
    await details(draftId)
    await finish(draftId, who)
    return draftId
  }
  const submit = (draftId: string, memberId?: string) => submitDraft({ ...form, draftId }, context(memberId))
  const adOf = (draftId: string) => {
    const ad = findAdRecord(findDraft(draftId, testNow)?.adId ?? 0)
    if (!ad) throw new Error('the draft is no ad')
    return ad
  }
  return {
    ...site,
    ...{ context, start, choose, details, contact, mailedCode, textedCode, member, proveEmail, finish, ready, submit },
    ...{ adOf, version },
    view: (draftId: string) => {
      const draft = findDraft(draftId, testNow)
      if (!draft) throw new Error('there is no such draft')
      return viewDraft(draft, testNow)
    },
    find: (draftId: string, memberId: string | undefined) => findOwnDraft(draftId, { memberId, now: testNow }),
    category: (key: string) => {
      const category = findCategoryByKey(key)
      if (!category) throw new Error(`there is no category ${key}`)
      return category
    },
    move: (draftId: string, find: string) => {
      const { details: kept } = findDraft(draftId, testNow) ?? {}
      return moveFind(detailsOf(draftId, { ...kept, find }), context())
    },
    chooseVersion: (draftId: string, keep: 'kept' | 'other') => chooseVersion({ ...form, draftId, keep }, context()),
    askEmailCode: (draftId: string) => sendEmailCode({ ...form, draftId }, context()),
    askPhoneCode: (draftId: string) => sendPhoneCode({ ...form, draftId }, context()),
    verifyEmail: (draftId: string, typed: string) => verifyEmail({ ...form, draftId, code: typed || 'x' }, context()),
    verifyPhone: (draftId: string, typed: string) => verifyPhone({ ...form, draftId, code: typed || 'x' }, context()),
    edit: (ref: string, memberId: string) => editAd({ ...form, ref }, context(memberId)),
    ownerOf: (draftId: string) => findDraft(draftId, testNow)?.memberId ?? '',
    titleOf: (adId: number) => findAdRecord(adId)?.texts[0]?.title,
    caseOf: (adId: number) => {
      const row = rows<{ reason: string; finds: string }>(
        'select reason, finds from moderation_cases where ad_id = ?',
        adId,
      )
      const finds: readonly { field: string; kind: string; start: number; end: number }[] = JSON.parse(
        row?.finds ?? '[]',
      )
      return { reason: row?.reason, finds }
    },
    textRecipient: () => {
      const row = rows<{ id: string; sealed: Buffer }>(
        'select id, recipient_sealed as sealed from outbox_texts order by rowid desc limit 1',
      )
      return row && unseal('texts', row.id, row.sealed)
    },
    post: async (who: { memberId?: string; email?: string; category?: string } = {}) => {
      const draftId = await ready(who)
      return { draftId, sent: await submit(draftId) }
    },
  }
}

const someContact = {
  name: 'Marcel',
  phone: '06 39 98 00 01',
  email: 'marcel@example.org',
  hours: '',
  showsPhone: true,
  showsEmail: false,
  consent: false,
  save: 'stay' as const,
}
