import type { Locale } from './locales.ts'

/**
 * The first segments of the site's addresses in each language. Pages live in `app/[locale]/(...)/<name>`; the server
 * translates the public word to that name, so a page exists once and each language has its own addresses.
 */
const words = {
  search: { fr: 'recherche', en: 'search' },
  ads: { fr: 'annonces', en: 'ads' },
  ad: { fr: 'annonce', en: 'ad' },
  pay: { fr: 'payer', en: 'pay' },
  receipt: { fr: 'recu', en: 'receipt' },
  code: { fr: 'code', en: 'code' },
  'my-access': { fr: 'mes-acces', en: 'my-access' },
  wallet: { fr: 'solde', en: 'wallet' },
  voucher: { fr: 'bon', en: 'voucher' },
  advertiser: { fr: 'annonceur', en: 'advertiser' },
  prices: { fr: 'tarifs', en: 'prices' },
  help: { fr: 'aide', en: 'help' },
  ranking: { fr: 'classement', en: 'ranking' },
  'legal-notice': { fr: 'mentions-legales', en: 'legal-notice' },
  terms: { fr: 'cgu', en: 'terms' },
  'sale-terms': { fr: 'cgv', en: 'sale-terms' },
  privacy: { fr: 'confidentialite', en: 'privacy' },
  accessibility: { fr: 'accessibilite', en: 'accessibility' },
  cookies: { fr: 'cookies', en: 'cookies' },
  transparency: { fr: 'transparence', en: 'transparency' },
  withdrawal: { fr: 'retractation', en: 'withdrawal' },
  complaint: { fr: 'reclamation', en: 'complaint' },
  'confirm-ad': { fr: 'confirmer-annonce', en: 'confirm-ad' },
  'sign-in': { fr: 'connexion', en: 'sign-in' },
  'sign-up': { fr: 'inscription', en: 'sign-up' },
  'forgot-password': { fr: 'mot-de-passe-oublie', en: 'forgot-password' },
  verify: { fr: 'verification', en: 'verify' },
  'second-factor': { fr: 'double-facteur', en: 'second-factor' },
  confirm: { fr: 'confirmer', en: 'confirm' },
  dashboard: { fr: 'espace', en: 'dashboard' },
  post: { fr: 'deposer', en: 'post' },
  give: { fr: 'offrir', en: 'give' },
  renew: { fr: 'renouveler', en: 'renew' },
  report: { fr: 'signalement', en: 'report' },
  decision: { fr: 'decision', en: 'decision' },
  invitation: { fr: 'invitation', en: 'invitation' },
  developers: { fr: 'developpeurs', en: 'developers' },
} as const satisfies Record<string, Record<Locale, string>>

export type PageName = keyof typeof words

/** Words that follow the first segment: `/fr/mes-acces/retrouver`, `/fr/solde/recharger`. */
const laterWords = {
  recover: { fr: 'retrouver', en: 'recover' },
  'top-up': { fr: 'recharger', en: 'top-up' },
  confirm: { fr: 'confirmer', en: 'confirm' },
  contact: { fr: 'contact', en: 'contact' },
  report: { fr: 'signaler', en: 'report' },
  in: { fr: 'a', en: 'in' },
  profile: { fr: 'profil', en: 'profile' },
  security: { fr: 'securite', en: 'security' },
  data: { fr: 'donnees', en: 'data' },
  category: { fr: 'rubrique', en: 'category' },
  details: { fr: 'details', en: 'details' },
  photos: { fr: 'photos', en: 'photos' },
  preview: { fr: 'apercu', en: 'preview' },
  pay: { fr: 'paiement', en: 'pay' },
  done: { fr: 'fin', en: 'done' },
  ads: { fr: 'annonces', en: 'ads' },
  poster: { fr: 'affichette', en: 'poster' },
} as const satisfies Record<string, Record<Locale, string>>

export type LaterWord = keyof typeof laterWords

/** `pathTo('fr', 'search')` is `/fr/recherche`; further segments are added as they are, encoded. */
export function pathTo(locale: Locale, page: PageName, ...rest: readonly string[]): string {
  return ['', locale, words[page][locale], ...rest.map(encodeURIComponent)].join('/')
}

export function laterWord(locale: Locale, word: LaterWord): string {
  return laterWords[word][locale]
}

export function homePath(locale: Locale): string {
  return `/${locale}`
}

export function adPath(locale: Locale, ad: Readonly<{ ref: string; slug: string }>): string {
  return pathTo(locale, 'ad', ad.ref, ad.slug)
}

/** Where a contact is bought: the methods and their prices. */
export function contactPath(locale: Locale, ref: string): string {
  return pathTo(locale, 'ad', ref, laterWord(locale, 'contact'))
}

/** Where anybody says what is wrong with an ad. */
export function reportPath(locale: Locale, ref: string): string {
  return pathTo(locale, 'ad', ref, laterWord(locale, 'report'))
}

/** The page on which a member decides how she signs in. */
export function securityPath(locale: Locale): string {
  return pathTo(locale, 'dashboard', laterWord(locale, 'security'))
}

/** A step of the form by which an ad is written. */
export function draftPath(
  locale: Locale,
  draftId: string,
  step: 'category' | 'details' | 'photos' | 'contact' | 'preview' | 'pay' | 'done',
): string {
  return pathTo(locale, 'post', draftId, laterWord(locale, step))
}

/** Where something is paid for an ad, by anybody; `key` lets in to an ad that nobody can see yet. */
export function givePath(locale: Locale, ref: string, about: Readonly<{ kind: string; key?: string }>): string {
  const key = about.key === undefined ? '' : `&k=${about.key}`
  return `${pathTo(locale, 'give', ref)}?for=${about.kind}${key}`
}

/** One's own ads, or one of them. */
export function ownAdsPath(locale: Locale, ref?: string): string {
  return pathTo(locale, 'dashboard', laterWord(locale, 'ads'), ...(ref === undefined ? [] : [ref]))
}

/** A category by its path of slugs, optionally in a place. */
export function categoryPath(locale: Locale, slugs: readonly string[], placeSlug?: string): string {
  const place = placeSlug === undefined ? [] : [laterWord(locale, 'in'), placeSlug]
  return pathTo(locale, 'ads', ...slugs, ...place)
}

const bySegment: Record<Locale, Map<string, PageName>> = { fr: new Map(), en: new Map() }
const laterBySegment: Record<Locale, Map<string, LaterWord>> = { fr: new Map(), en: new Map() }
for (const [page, names] of Object.entries(words) as [PageName, Record<Locale, string>][]) {
  bySegment.fr.set(names.fr, page)
  bySegment.en.set(names.en, page)
}
for (const [word, names] of Object.entries(laterWords) as [LaterWord, Record<Locale, string>][]) {
  laterBySegment.fr.set(names.fr, word)
  laterBySegment.en.set(names.en, word)
}

/** Pages whose second segment onwards is fixed words, not somebody's reference or slug. */
const pagesWithLaterWords = new Map<PageName, readonly number[]>([
  ['my-access', [3]],
  ['wallet', [3]],
  ['withdrawal', [3]],
  ['dashboard', [3, 5]],
  ['post', [4]],
  ['ad', [4]],
])

export type Translated = Readonly<
  { kind: 'internal'; path: string } | { kind: 'moved'; path: string } | { kind: 'unknown' }
>

/**
 * Translates a public path to the one its page lives at.
 *
 * @param pathname Such as `/fr/recherche`; anything outside `/fr` and `/en` is the caller's business.
 * @returns `internal` for the page's own path, `moved` when the words are another language's, else `unknown`.
 */
export function translatePath(locale: Locale, pathname: string): Translated {
  const segments = pathname.split('/')
  const first = segments[2]
  if (first === undefined || first === '') return { kind: 'internal', path: `/${locale}` }
  const page = bySegment[locale].get(first)
  if (page) return { kind: 'internal', path: translateSegments(segments, page, locale, (word) => word) }
  const other: Locale = locale === 'fr' ? 'en' : 'fr'
  const moved = bySegment[other].get(first)
  if (!moved) return { kind: 'unknown' }
  const own = translateSegments(segments, moved, other, (word) => laterWords[word][locale])
  return { kind: 'moved', path: own.replace(`/${locale}/${moved}`, `/${locale}/${words[moved][locale]}`) }
}

function translateSegments(
  segments: readonly string[],
  page: PageName,
  from: Locale,
  name: (word: LaterWord) => string,
): string {
  const positions =
    page === 'ads' ? segments.map((_, at) => at).filter((at) => at > 2) : (pagesWithLaterWords.get(page) ?? [])
  return segments
    .map((segment, at) => {
      if (at === 2) return page
      const word = positions.includes(at) ? laterBySegment[from].get(segment) : undefined
      // A category may be called like a step or a tab; below the categories only one word is fixed.
      return word && (page !== 'ads' || word === 'in') ? name(word) : segment
    })
    .join('/')
}
