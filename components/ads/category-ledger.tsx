import type { CategoryDto, CategoryTree } from '../../lib/categories/categories.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { categoryPath } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatMoney } from '../../lib/money/format-money.ts'
import { money } from '../../lib/money/money.ts'

type Counts = ReadonlyMap<number, number>

/** Every category with the number of its ads and what a contact costs there, as a ledger is ruled. */
export function CategoryLedger({
  tree,
  counts,
  locale,
}: Readonly<{ tree: CategoryTree; counts: Counts; locale: Locale }>) {
  return (
    <div className="ledger">
      {tree.roots.filter(isShown).map((root) => (
        <section key={root.id}>
          <h3>
            <a href={categoryPath(locale, root.path[locale])}>{root.label[locale]}</a>
            <span className="num">{counts.get(root.id) ?? 0}</span>
          </h3>
          <p className="meta">{contactCost(root, locale)}</p>
          <CategoryLines
            categories={root.children.flatMap((id) => tree.byId.get(id) ?? []).filter(isShown)}
            counts={counts}
            locale={locale}
          />
        </section>
      ))}
    </div>
  )
}

/** One line a category: its name and how many ads it has. */
export function CategoryLines({
  categories,
  counts,
  locale,
  placeSlug,
}: Readonly<{ categories: readonly CategoryDto[]; counts: Counts; locale: Locale; placeSlug?: string | undefined }>) {
  return (
    <ul className="ledger-lines">
      {categories.map((category) => (
        <li key={category.id}>
          <a href={categoryPath(locale, category.path[locale], placeSlug)}>{category.label[locale]}</a>
          {placeSlug === undefined ? <span className="num">{counts.get(category.id) ?? 0}</span> : null}
        </li>
      ))}
    </ul>
  )
}

/** `contact 3,00 €`, or that it is free. */
export function contactCost(category: CategoryDto, locale: Locale): string {
  const t = translate(locale, 'home')
  if (category.revealMode === 'free' || category.revealPriceMinor === 0) return t('contactFree')
  return t('costFrom', { price: formatMoney(money(category.revealPriceMinor, category.currency), locale) })
}

/** A category that staff hid is in no list; its ads keep their pages. */
function isShown({ isActive }: CategoryDto): boolean {
  return isActive
}
