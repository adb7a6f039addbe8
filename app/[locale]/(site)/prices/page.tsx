import { type MethodPrice, priceTables } from '../../../../components/layout/price-tables.ts'
import { loadCategoryTree } from '../../../../lib/categories/categories-queries.ts'
import type { DrawnPage, PageAddress } from '../../../../lib/http/drawn-page.ts'
import { tagPage } from '../../../../lib/http/page-tags.ts'
import { pathTo } from '../../../../lib/i18n/paths.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import { type Money, money } from '../../../../lib/money/money.ts'
import { billingOf, type ProviderAccount } from '../../../../lib/providers/accounts.ts'
import { listAccounts } from '../../../../lib/providers/accounts-queries.ts'
import { drawnPage } from '../drawn-page.tsx'

export const dynamic = 'force-dynamic'

const { generateMetadata, Page } = drawnPage(
  { name: 'prices', frame: '/prices', draw: drawPrices },
  { as: 'article', className: 'page page-narrow prose-page' },
)

export { generateMetadata, Page as default }

function drawPrices({ locale }: PageAddress): DrawnPage {
  tagPage(['catalogue'])
  const t = translate(locale, 'texts')
  const tree = loadCategoryTree()
  const prices = new Map(tree.all.map((category) => [priceKey(category), priceOf(category)]))
  const paid = [...prices.values()].filter(({ minor }) => minor > 0).sort((left, right) => left.minor - right.minor)
  const roots = tree.roots.filter(({ isActive }) => isActive)
  const content = priceTables({
    locale,
    categories: roots.map((root) => ({ label: root.label[locale], price: priceOf(root), path: root.path[locale] })),
    methods: listAccounts()
      .filter(({ state }) => state === 'active')
      .map((account) => methodOf(account, paid)),
  })
  const paths = { fr: pathTo('fr', 'prices'), en: pathTo('en', 'prices') }
  return { kind: 'page', head: { locale, title: t('pricesTitle'), description: t('pricesLead'), paths }, content }
}

type Priced = Readonly<{ revealPriceMinor: number; currency: Money['currency'] }>

function priceOf({ revealPriceMinor, currency }: Priced): Money {
  return money(revealPriceMinor, currency)
}

function priceKey({ revealPriceMinor, currency }: Priced): string {
  return `${currency} ${revealPriceMinor}`
}

/** What a method bills for each price on the site, in each of its countries where it can bill it. */
function methodOf(account: ProviderAccount, prices: readonly Money[]): MethodPrice {
  return {
    rail: account.rail,
    countries: account.countries.map((country) => ({
      country,
      billed: prices.flatMap((price) => {
        const billing = billingOf(account, price, country)
        return billing ? { price, billed: billing.billed, number: billing.pricePoint?.number } : []
      }),
    })),
  }
}
