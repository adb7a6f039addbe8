import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { POST as file } from '../../app/api/v1/claims/route.ts'
import { POST as confirm } from '../../app/api/v1/confirmations/route.ts'
import { POST as show } from '../../app/api/v1/reveals/route.ts'
import { POST as prepare } from '../../app/api/v1/withdrawals/prepare/route.ts'
import { POST as withdraw } from '../../app/api/v1/withdrawals/route.ts'
import { reader } from '../../db/client.ts'
import { createMember } from '../../lib/members/create-member.ts'
import { eur } from '../../lib/money/money.ts'
import { recoveryCodeOf } from '../../lib/purchases/purchases.ts'
import { findReceipt } from '../../lib/purchases/purchases-queries.ts'
import { currentTime, day } from '../../lib/time/time.ts'
import { browserWithBalance } from '../support/http-site.ts'
import { openTestSite, type TestAd, testContact } from '../support/test-site.ts'

let cookie: string | null = null
vi.mock('next/headers', () => ({ headers: async () => new Headers(cookie === null ? {} : { cookie }) }))
vi.mock('next/navigation', () => ({
  redirect: (to: string) => {
    throw new Error(`redirect ${to}`)
  },
  notFound: () => {
    throw new Error('not found')
  },
}))

let site: Awaited<ReturnType<typeof openTestSite>>
beforeEach(async () => {
  cookie = null
  site = await openTestSite()
})
afterEach(() => site.close())

type Page = (props: object) => Promise<ReactElement>
const pages = {
  contact: () => import('../../app/[locale]/(site)/ad/[ref]/contact/page.tsx'),
  complaint: () => import('../../app/[locale]/(site)/complaint/page.tsx'),
  status: () => import('../../app/[locale]/(site)/complaint/[purchase]/page.tsx'),
  withdrawal: () => import('../../app/[locale]/(site)/withdrawal/page.tsx'),
  confirm: () => import('../../app/[locale]/(site)/withdrawal/confirm/page.tsx'),
  acknowledgement: () => import('../../app/[locale]/(site)/withdrawal/[ref]/page.tsx'),
  seller: () => import('../../app/[locale]/(site)/confirm-ad/[token]/page.tsx'),
  receipt: () => import('../../app/[locale]/(site)/receipt/[purchase]/page.tsx'),
  access: () => import('../../app/[locale]/(site)/my-access/page.tsx'),
} as const

async function open(name: keyof typeof pages, params: object = {}, search: object = {}): Promise<string> {
  const { default: page } = (await pages[name]()) as { default: Page }
  const props = { params: Promise.resolve({ locale: 'fr', ...params }), searchParams: Promise.resolve(search) }
  const html = renderToStaticMarkup(await page(props))
  expect(html).not.toMatch(/(claims|withdrawal|checkout)\.[a-z]+[.\w]*(?=<)|MISSING/)
  return html
}

type Route = (request: Request, route: { params: Promise<object> }) => Promise<Response>

/** Sends the form of a page as a browser without scripts does, with the button that was pressed. */
async function submit(html: string, post: unknown, typed: Record<string, string>): Promise<Response> {
  const action = /<form[^>]*action="(\/api\/v1\/[^"]+)"/.exec(html)?.[1]
  const fields = new URLSearchParams()
  for (const [tag] of html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1]
    if (name) fields.set(name, /value="([^"]*)"/.exec(tag)?.[1]?.replaceAll('&amp;', '&') ?? '')
  }
  for (const [name, value] of Object.entries(typed)) fields.set(name, value)
  const request = new Request(`http://localhost:3000${action}`, {
    method: 'POST',
    body: fields,
    headers: { 'sec-fetch-site': 'same-origin', ...(cookie === null ? {} : { cookie }) },
  })
  return (post as Route)(request, { params: Promise.resolve({}) })
}

const pathOf = (answer: Response) => answer.headers.get('location') ?? ''
const lastPart = (answer: Response) => decodeURIComponent(pathOf(answer).split('?')[0]?.split('/').at(-1) ?? '')
const digits = testContact.phone.replace(/\D/g, '')
const tellsContact = (html: string) =>
  html.replace(/[\s.\u00a0\u202f]/g, '').includes(digits.slice(1)) || html.includes(testContact.email)

async function boughtBySms(changes: Readonly<{ ad?: TestAd; memberId?: string }> = {}) {
  const now = currentTime()
  const ad =
    changes.ad ??
    (await site.addAd({
      price: eur(300),
      expiresAt: now + 60 * day,
      ...(changes.memberId ? { memberId: changes.memberId } : {}),
    }))
  const browser = await browserWithBalance(eur(100))
  const token = site.quote(ad, 'sms-83000', { now })
  await site.buy(browser.payer, token, { now })
  const charge = site.chargeOf(token)
  await site.deliver(charge, site.paid(charge, { at: now }))
  cookie = browser.cookie
  return { ad, purchaseId: charge.purchaseId, cookie: browser.cookie, payer: browser.payer }
}

test('without scripts a contact is shown by a press, claimed by a press, and its state is on every page', async () => {
  const { ad, purchaseId } = await boughtBySms()
  const before = await open('contact', { ref: ad.ref })
  expect(tellsContact(before)).toBe(false)
  expect(before).toContain('Afficher le contact')
  expect(pathOf(await submit(before, show, {}))).toBe(`/fr/annonce/${ad.ref}/contact`)
  const shown = await open('contact', { ref: ad.ref })
  expect(tellsContact(shown)).toBe(true)

  const claimForm = shown.slice(shown.indexOf('action="/api/v1/claims"') - 60)
  const filed = await submit(claimForm, file, { reason: 'no_answer' })
  expect([filed.status, pathOf(filed)]).toEqual([303, `/fr/reclamation/${purchaseId}`])
  const status = await open('status', { purchase: purchaseId })
  expect(status).toContain('Personne ne répond')
  expect(tellsContact(status)).toBe(false)
  expect(await open('access')).toContain('Réclamation en cours')
  expect(await open('receipt', { purchase: purchaseId })).toContain('Réclamation en cours')
  expect(await open('contact', { ref: ad.ref })).not.toContain('value="no_answer"')
})

test('a claim by receipt comes back to its form with what was typed when the code is wrong', async () => {
  const { purchaseId } = await boughtBySms()
  cookie = null
  const form = await open('complaint')
  const receipt = String(findReceipt(purchaseId)?.number)
  const wrong = await submit(form, file, { receipt, recovery: recoveryCodeOf('other'), reason: 'sold' })
  expect(pathOf(wrong)).toMatch(/^\/fr\/reclamation\?e=/)
  cookie = (wrong.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const again = await open('complaint', {}, { e: pathOf(wrong).split('e=')[1] })
  expect(again).toContain('ne vont pas ensemble')
  expect(again).toContain(`value="${receipt}"`)
  const right = await submit(again, file, { receipt, recovery: recoveryCodeOf(purchaseId), reason: 'sold' })
  expect(pathOf(right)).toBe(`/fr/reclamation/${purchaseId}`)
})

test('a withdrawal without scripts: two steps, an acknowledgement, and the same answer the second time', async () => {
  const { ad, purchaseId, payer } = await boughtBySms()
  const first = await open('withdrawal', {}, { purchase: purchaseId })
  expect(first).toContain(ad.ref)
  const who = { name: 'Jeanne Morel', email: 'jeanne@example.org' }
  const prepared = await submit(first, prepare, { ...who, purchase: purchaseId })
  expect(pathOf(prepared)).toMatch(/^\/fr\/retractation\/confirmer\?d=/)
  expect(site.count('withdrawals')).toBe(0)
  const second = await open('confirm', {}, { d: pathOf(prepared).split('d=')[1] })
  expect(second).toContain('Confirmer la rétractation')
  expect(second).toContain('Je soussigné(e) Jeanne Morel')
  const done = await submit(second, withdraw, {})
  const ref = lastPart(done)
  const page = await open('acknowledgement', { ref })
  expect(page).toContain('Je soussigné(e) Jeanne Morel')
  expect(page).toContain('remboursé en entier')
  expect(tellsContact(page)).toBe(false)
  expect(site.walletOf(payer)).toBe(400)
  expect(lastPart(await submit(second, withdraw, {}))).toBe(ref)
  expect(lastPart(await submit(first, prepare, { ...who, purchase: purchaseId }))).toBe(ref)
  expect(await open('receipt', { purchase: purchaseId })).toContain(ref)
  expect(tellsContact(await open('contact', { ref: ad.ref }))).toBe(false)
  await expect(open('acknowledgement', { ref: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAA' })).rejects.toThrow('not found')
  expect(await open('confirm', {}, { d: 'forged' })).toContain('Rien n’a été enregistré')
})

test('an advertiser looks at the question without answering it, answers by a press, and never sees a contact', async () => {
  const email = 'vendeur@example.org'
  const member = { email, password: 'Lanterne-Sourde-1937', displayName: 'V', staffRole: null, locale: 'fr' } as const
  const { id: memberId } = await createMember({ ...member, now: currentTime() })
  const { ad } = await boughtBySms({ memberId })
  const contact = await open('contact', { ref: ad.ref })
  await submit(contact, show, {})
  const shown = await open('contact', { ref: ad.ref })
  await submit(shown.slice(shown.indexOf('action="/api/v1/claims"') - 60), file, { reason: 'dead_number' })
  const text = reader().$client.prepare('select text from outbox_mails where recipient = ?').pluck().get(email)
  const token = /confirmer-annonce\/([\w-]+)/.exec(String(text))?.[1] ?? ''
  cookie = null
  const question = await open('seller', { token })
  expect(await open('seller', { token })).toBe(question)
  expect(question).toContain(ad.ref.slice(0, 3))
  expect(tellsContact(question) || tellsContact(String(text))).toBe(false)
  const answered = await submit(question, confirm, { answer: 'no_longer' })
  expect(pathOf(answered)).toBe('/fr/confirmer-annonce/done?answer=no_longer&count=1')
  expect(await open('seller', { token })).toContain('Ce lien ne fonctionne plus')
  expect(await open('seller', { token: 'done' }, { answer: 'no_longer', count: '1' })).toContain('marquée vendue')
})

test('a request of another site claims, withdraws and confirms nothing', async () => {
  const { purchaseId } = await boughtBySms()
  const send = (post: unknown, fields: Record<string, string>) =>
    (post as Route)(
      new Request('http://localhost:3000/x', {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { 'sec-fetch-site': 'cross-site', cookie: cookie ?? '', accept: 'application/json' },
      }),
      { params: Promise.resolve({}) },
    )
  const answers = await Promise.all([
    send(file, { purchase: purchaseId, reason: 'sold' }),
    send(prepare, { purchase: purchaseId, name: 'x', email: 'x@example.org' }),
    send(withdraw, { draft: 'x'.repeat(60) }),
    send(confirm, { token: 'x'.repeat(43), answer: 'no_longer' }),
    send(show, { ref: 'K7P204' }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403])
  expect(site.count('claims') + site.count('withdrawals') + site.count('reveals')).toBe(0)
})
