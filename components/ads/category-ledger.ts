import type { CategoryDto, CategoryTree } from '../../lib/categories/categories.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { categoryPath } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatMoney } from '../../lib/money/format-money.ts'
import { money } from '../../lib/money/money.ts'
import { html, type Markup } from '../../lib/text/markup.ts'

type Counts = ReadonlyMap<number, number>

/** Every category with the number of its ads and what a contact costs there, as a ledger is ruled. */
export function categoryLedger({
  tree,
  counts,
  locale,
}: Readonly<{ tree: CategoryTree; counts: Counts; locale: Locale }>): Markup {
  const sections = tree.roots.filter(isShown).map((root) => {
    const children = root.children.flatMap((id) => tree.byId.get(id) ?? []).filter(isShown)
    return html`<section><h3>${countedLink(root, { counts, locale })}</h3><p class="meta">${contactCost(
      root,
      locale,
    )}</p><ul class="ledger-lines">${children.map(
      (category) => html`<li>${countedLink(category, { counts, locale })}</li>`,
    )}</ul></section>`
  })
  return html`<div class="ledger">${sections}</div>`
}

/** A category's name and how many ads it has. */
function countedLink(category: CategoryDto, { counts, locale }: Readonly<{ counts: Counts; locale: Locale }>): Markup {
  return html`<a href="${categoryPath(locale, category.path[locale])}">${category.label[locale]}</a><span class="num">${
    counts.get(category.id) ?? 0
  }</span>`
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
