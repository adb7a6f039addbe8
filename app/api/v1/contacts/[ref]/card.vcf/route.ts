import { findContactPage } from '../../../../../../lib/checkout/contact-page-queries.ts'
import { DomainError } from '../../../../../../lib/errors/domain-error.ts'
import { answerProblem } from '../../../../../../lib/http/answers.ts'
import { findPayer } from '../../../../../../lib/http/payer.ts'
import { contactCard } from '../../../../../../lib/reveals/contact-card.ts'
import { readTelephone } from '../../../../../../lib/telephony/telephone.ts'
import { currentTime } from '../../../../../../lib/time/time.ts'

/** The contact of an ad for an address book, for a browser that holds the right to it; for any other there is none. */
export async function GET(request: Request, route: { params: Promise<{ ref: string }> }): Promise<Response> {
  const { ref } = await route.params
  const now = currentTime()
  const payer = await findPayer(request.headers.get('cookie'), now)
  const page = findContactPage({ ref, payer, country: undefined, locale: 'fr', now })
  if (page?.kind !== 'unlocked') return answerProblem(new DomainError('not_found'))
  const { phone } = page.contact
  const card = contactCard(page.contact, {
    note: `${page.ad.title} (${page.ad.ref})`,
    telephone: phone === '' ? undefined : (readTelephone(phone)?.e164 ?? phone),
  })
  return new Response(card, {
    headers: {
      'content-type': 'text/vcard; charset=utf-8',
      'content-disposition': `attachment; filename="contact-${page.ad.ref}.vcf"`,
      'cache-control': 'private, no-store',
    },
  })
}
