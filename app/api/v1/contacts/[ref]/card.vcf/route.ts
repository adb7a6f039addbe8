import { findContactPage } from '../../../../../../lib/checkout/contact-page-queries.ts'
import { DomainError } from '../../../../../../lib/errors/domain-error.ts'
import { download } from '../../../../../../lib/http/download.ts'
import { findPayer } from '../../../../../../lib/http/payer.ts'
import { contactCard } from '../../../../../../lib/reveals/contact-card.ts'
import { readTelephone } from '../../../../../../lib/telephony/telephone.ts'
import { currentTime } from '../../../../../../lib/time/time.ts'

/** The contact of an ad for an address book, for a browser that holds the right to it; for any other there is none. */
export const GET = download(async (request, { ref = '' }) => {
  const now = currentTime()
  const payer = await findPayer(request.headers.get('cookie'), now)
  const page = findContactPage({ ref, payer, country: undefined, locale: 'fr', now })
  if (page?.kind !== 'unlocked') throw new DomainError('not_found')
  const { phone } = page.contact
  const body = contactCard(page.contact, {
    note: `${page.ad.title} (${page.ad.ref})`,
    telephone: phone === '' ? undefined : (readTelephone(phone, page.ad.country)?.e164 ?? phone),
  })
  return { body, type: 'text/vcard; charset=utf-8', name: `contact-${page.ad.ref}.vcf` }
})
