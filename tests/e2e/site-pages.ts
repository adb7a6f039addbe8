import type { APIRequestContext } from '@playwright/test'
import type { Locale } from '../../lib/i18n/locales.ts'
import { categoryPath, contactPath, homePath, laterWord, ownAdsPath, pathTo } from '../../lib/i18n/paths.ts'

type PublicAd = Readonly<{ ref: string; url?: string }>

/** The newest ads of the demonstration, by reference. */
export async function newestRefs(request: APIRequestContext): Promise<readonly string[]> {
  const answer = await request.get('/api/v1/ads')
  const { ads } = (await answer.json()) as { ads: readonly PublicAd[] }
  if (ads.length === 0) throw new Error('the demonstration has no ads')
  return ads.map(({ ref }) => ref)
}

/** Where an ad's short link leads to in a language. */
export async function adAddress(
  request: APIRequestContext,
  { ref, locale }: Readonly<{ ref: string; locale: Locale }>,
) {
  const answer = await request.get(pathTo(locale, 'ad', ref), { maxRedirects: 0 })
  return answer.headers()['location'] ?? ''
}

/** Pages that are the same for everybody, one of each kind. */
export async function publicPages(request: APIRequestContext, locale: Locale): Promise<readonly string[]> {
  const [ref = ''] = await newestRefs(request)
  const ad = await adAddress(request, { ref, locale })
  const html = await (await request.get(ad)).text()
  const word = pathTo(locale, 'advertiser')
  const advertiser = new RegExp(`href="(${word}/[a-z0-9-]+)"`).exec(html)?.[1]
  if (advertiser === undefined) throw new Error(`${ad} does not lead to its advertiser`)
  const texts = [
    'help',
    'prices',
    'ranking',
    'legal-notice',
    'terms',
    'sale-terms',
    'privacy',
    'accessibility',
  ] as const
  return [
    homePath(locale),
    categoryPath(locale, []),
    categoryPath(locale, [locale === 'fr' ? 'vehicules' : 'vehicles']),
    categoryPath(locale, [locale === 'fr' ? 'pieces' : 'parts']),
    `${pathTo(locale, 'search')}?q=moteur`,
    `${pathTo(locale, 'search')}?q=xqzwvk`,
    ad,
    advertiser,
    pathTo(locale, 'developers'),
    ...texts.map((name) => pathTo(locale, name)),
  ]
}

/** Pages of one browser, as one sees them that has bought nothing. */
export async function privatePages(request: APIRequestContext, locale: Locale): Promise<readonly string[]> {
  const [ref = ''] = await newestRefs(request)
  const access = pathTo(locale, 'my-access')
  return [
    contactPath(locale, ref),
    access,
    `${access}/${laterWord(locale, 'recover')}`,
    pathTo(locale, 'wallet'),
    `${pathTo(locale, 'wallet')}/${laterWord(locale, 'top-up')}`,
    pathTo(locale, 'voucher'),
    pathTo(locale, 'code'),
    pathTo(locale, 'withdrawal'),
    pathTo(locale, 'sign-in'),
    `/${locale}/${locale === 'fr' ? 'nulle-part' : 'nowhere'}`,
  ]
}

/** A member's own pages. */
export function memberPages(locale: Locale): readonly string[] {
  const own = pathTo(locale, 'dashboard')
  return [
    own,
    ...(['data', 'security', 'profile'] as const).map((word) => `${own}/${laterWord(locale, word)}`),
    ownAdsPath(locale),
    pathTo(locale, 'confirm'),
  ]
}

/** The operator's and the demonstration's own pages; they have one address for both languages. */
export const staffPages = [
  '/admin',
  '/admin/moderation',
  '/admin/notices',
  '/admin/appeals',
  '/admin/ads',
  '/admin/users',
  '/admin/purchases',
  '/admin/refunds',
  '/admin/claims',
  '/admin/withdrawals',
  '/admin/books',
  '/admin/vouchers',
  '/admin/providers',
  '/admin/providers/new',
  '/admin/providers/card-eur',
  '/admin/providers/compare',
  '/admin/reconciliation',
  '/admin/pricing',
  '/admin/categories',
  '/admin/content',
  '/admin/brand',
  '/admin/settings',
  '/admin/developers',
  '/admin/team',
  '/admin/audit',
] as const
export const demoPages = ['/inbox', '/simulator/provider', '/simulator/program'] as const
