import type { CategoryDto } from '../../lib/categories/categories.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { draftPath } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatMoney } from '../../lib/money/format-money.ts'
import { money } from '../../lib/money/money.ts'

type Props = Readonly<{
  categories: readonly CategoryDto[]
  /** The category whose children are listed; the roots when absent. */
  under: CategoryDto | undefined
  chosen: CategoryDto | undefined
  draftId: string
  locale: Locale
}>

/** One level of the tree at a time; a category with others below is a way in, one without is a choice. */
export function CategoryChoice({ categories, under, chosen, draftId, locale }: Props) {
  const t = translate(locale, 'posting')
  const own = draftPath(locale, draftId, 'category')
  const listed = categories.filter(({ parent }) => parent === (under?.id ?? null))
  const hasBelow = (id: number) => categories.some(({ parent }) => parent === id)
  return (
    <div className="stack">
      {chosen ? <p className="notice notice-ok">{t('category.chosen', { category: chosen.label[locale] })}</p> : null}
      {under ? (
        <p>
          <a href={own}>{t('category.all')}</a> / <strong>{under.label[locale]}</strong>
        </p>
      ) : null}
      <form method="post" action={`/api/v1/drafts/${draftId}/category`}>
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="from" value={own} />
        <ul className="post-categories" id="category">
          {listed.map((category) => (
            <li key={category.id}>
              {hasBelow(category.id) ? (
                <a className="post-category" href={`${own}?in=${encodeURIComponent(category.key)}`}>
                  <strong>{category.label[locale]}</strong>
                  <span className="meta">{belowWords(categories, category, locale)}</span>
                </a>
              ) : (
                <button type="submit" name="category" value={category.key} className="post-category">
                  <strong>{category.label[locale]}</strong>
                  <span className="meta">{costWords(category, locale)}</span>
                </button>
              )}
            </li>
          ))}
        </ul>
      </form>
    </div>
  )
}

function belowWords(categories: readonly CategoryDto[], category: CategoryDto, locale: Locale): string {
  return categories
    .filter(({ parent }) => parent === category.id)
    .map(({ label }) => label[locale])
    .join(', ')
}

function costWords(category: CategoryDto, locale: Locale): string {
  const t = translate(locale, 'posting')
  const words = (minor: number) => formatMoney(money(minor, category.currency), locale)
  const isPaid = category.revealMode === 'paid' || category.revealMode === 'paid_then_free'
  const contact =
    isPaid && category.revealPriceMinor > 0
      ? t('category.paid', { price: words(category.revealPriceMinor) })
      : t('category.free')
  const fee =
    category.postPriceMinor > 0 ? t('category.fee', { price: words(category.postPriceMinor) }) : t('category.feeFree')
  return `${fee} · ${contact}`
}
