import sharp from 'sharp'
import { findMember } from '../../lib/members/find-member.ts'
import { eur } from '../../lib/money/money.ts'
import { exampleBody } from './example-body.ts'
import { browserWithBalance, type HttpSite } from './http-site.ts'
import { goodDetails } from './posting-site.ts'
import { type Answer, newAddress, ownPage } from './site-process.ts'
import { signedIn } from './staff.ts'

/** Sends one command about something of the owner's, always with the same body. */
export type PersonalCommand = (cookie: string | undefined) => Promise<Answer>

/** Refusals of the owner's own least body, by the end of the command's address, that only the state of things explains. */
export const refusedForState: Readonly<Record<string, string>> = {
  email: 'emailCode used_up',
  phone: 'phoneCode used_up',
  'phone-code': 'phone no_texts',
  submit: 'details problem',
  code: 'provider_unavailable',
}

/** What the description cannot say of a body, by the end of the command's address. */
const byHand: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  category: { category: 'vehicules/motos' },
  details: goodDetails,
  find: goodDetails,
  code: { code: '1234' },
}

/** A member who owns an ad, a change of it with a picture, and purchases; each command gets things of its own. */
export async function openOwner(http: HttpSite) {
  const { cookie: device, payer } = await browserWithBalance(eur(5000))
  const cookie = `${await signedIn(null, 'en')}; ${device}`
  const memberId = (await findMember(cookie, Date.now()))?.id ?? ''
  const post = async (path: string, body: unknown, sender: string | undefined = cookie): Promise<Answer> => {
    const files = body instanceof FormData ? await formOf(body) : undefined
    const sent = files ?? { type: 'application/json', bytes: Buffer.from(JSON.stringify(body)) }
    const headers = {
      ...{ ...ownPage(), 'content-type': sent.type, 'x-forwarded-for': newAddress() },
      ...(sender === undefined ? {} : { cookie: sender }),
    }
    return http.server.ask(path, { method: 'POST', headers, body: sent.bytes })
  }
  const made = async (path: string, body: unknown) => JSON.parse((await post(path, body)).body.toString())

  const things = async (file: string): Promise<Readonly<Record<string, string>>> => {
    const ad = await http.site.addAd({ memberId, expiresAt: Date.now() + 86_400_000 })
    if (file.includes('/purchases/')) {
      const wanted = await http.addAd()
      // A code is entered for a call, and for nothing else.
      const token = file.includes('/code/')
        ? http.site.quote(wanted, 'call', { now: Date.now(), pricePointId: 'FR-300' })
        : http.quote(wanted, 'card-eur')
      const bought = await http.site.buy(payer, token, { now: Date.now() })
      if (/mail-receipt/.test(file)) {
        const charge = http.site.chargeOf(token)
        await http.site.deliver(charge, http.site.paid(charge, { at: Date.now() }))
      }
      return { id: 'purchaseId' in bought ? bought.purchaseId : '' }
    }
    if (!file.includes('/drafts/')) return { ref: ad.ref }
    const { draftId } = await made(`/api/v1/own-ads/${ad.ref}/edit`, {})
    if (!file.includes('/photos/')) return { draftId }
    const { photos } = await made(`/api/v1/drafts/${draftId}/photos`, await somePhoto())
    return { draftId, photoId: photos[0].id }
  }

  const command = async (file: string): Promise<PersonalCommand> => {
    const own = await things(file)
    const described = file.replace(/^app|\/route\.ts$/g, '').replace(/\[(\w+)\]/g, '{$1}')
    const address = described.replace(/\{(\w+)\}/g, (_, name) => own[name] ?? '')
    const last = file.split('/').at(-2) ?? ''
    const body = described.endsWith('/photos')
      ? await somePhoto()
      : { ...exampleBody(described), ...byHand[last], ...(last === 'order' ? { order: [own['photoId']] } : {}) }
    return (sender) => post(address, body, sender ?? '')
  }
  return { cookie, command }
}

async function somePhoto(): Promise<FormData> {
  const background = { r: 120, g: 130, b: 140 }
  const bytes = await sharp({ create: { width: 800, height: 600, channels: 3, background } })
    .jpeg()
    .toBuffer()
  const form = new FormData()
  form.append('photos', new File([Uint8Array.from(bytes)], 'barn.jpg', { type: 'image/jpeg' }))
  return form
}

async function formOf(form: FormData): Promise<Readonly<{ type: string; bytes: Buffer }>> {
  const request = new Request('http://localhost/', { method: 'POST', body: form })
  return { type: request.headers.get('content-type') ?? '', bytes: Buffer.from(await request.arrayBuffer()) }
}
