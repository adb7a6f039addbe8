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
    methods: methodsOf(paid),
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

/**
 * One line a way to pay, whichever of our accounts takes it: where it is taken, and what is billed for each price in the
 * first of those countries.
 */
function methodsOf(prices: readonly Money[]): readonly MethodPrice[] {
  const accounts = listAccounts().filter(({ state }) => state === 'active')
  const rails = [...new Set(accounts.map(({ rail }) => rail))]
  return rails.flatMap((rail) => {
    const own = accounts.filter((account) => account.rail === rail)
    const billed = new Map(own.flatMap((account) => billedBy(account, prices)).map((line) => [lineKey(line), line]))
    const lines = [...billed.values()].sort((left, right) => left.price.minor - right.price.minor)
    const countries = [...new Set(own.flatMap((account) => account.countries))]
    return lines.length === 0 ? [] : [{ rail, countries, billed: lines }]
  })
}

type Line = MethodPrice['billed'][number]

function lineKey({ price, billed }: Line): string {
  return `${price.currency} ${price.minor} ${billed.currency} ${billed.minor}`
}

function billedBy(account: ProviderAccount, prices: readonly Money[]): readonly Line[] {
  const [country] = account.countries
  if (country === undefined) return []
  return prices.flatMap((price) => {
    const billing = billingOf(account, price, country)
    return billing ? [{ price, billed: billing.billed }] : []
  })
}
