export const locales = ['fr', 'en'] as const
export type Locale = (typeof locales)[number]

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value)
}

/** @returns The locale named, or French, the language of the site's first country. */
export function localeOr(value: unknown, fallback: Locale = 'fr'): Locale {
  return isLocale(value) ? value : fallback
}

/** Picks from an `Accept-Language` header by its weights. */
export function preferredLocale(acceptLanguage: string | undefined): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', weight = 'q=1'] = part.trim().split(';')
      return { tag: tag.slice(0, 2).toLowerCase(), weight: Number(weight.trim().replace('q=', '')) || 0 }
    })
    .sort((left, right) => right.weight - left.weight)
  return localeOr(wanted.find(({ tag, weight }) => weight > 0 && isLocale(tag))?.tag)
}
