import type { Metadata } from 'next'
import { type MethodPrice, PriceTables } from '../../../../components/layout/price-tables.tsx'
import { loadCategoryTree } from '../../../../lib/categories/categories-queries.ts'
import { pageLocale } from '../../../../lib/http/page-locale.ts'
import { pageMetadata } from '../../../../lib/http/page-metadata.ts'
import { tagPage } from '../../../../lib/http/page-tags.ts'
import { pathTo } from '../../../../lib/i18n/paths.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import { type Money, money } from '../../../../lib/money/money.ts'
import { billingOf, type ProviderAccount } from '../../../../lib/providers/accounts.ts'
import { listAccounts } from '../../../../lib/providers/accounts-queries.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{ params: Promise<{ locale: string }> }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params)
  const t = translate(locale, 'texts')
  return pageMetadata({
    locale,
    title: t('pricesTitle'),
    description: t('pricesLead'),
    paths: { fr: pathTo('fr', 'prices'), en: pathTo('en', 'prices') },
  })
}

export default async function PricesPage({ params }: Props) {
  const locale = await pageLocale(params)
  tagPage(['catalogue'])
  const tree = loadCategoryTree()
  const prices = new Map(tree.all.map((category) => [priceKey(category), priceOf(category)]))
  const paid = [...prices.values()].filter(({ minor }) => minor > 0).sort((left, right) => left.minor - right.minor)
  const accounts = listAccounts().filter(({ state }) => state === 'active')
  return (
    <PriceTables
      locale={locale}
      categories={tree.roots
        .filter(({ isActive }) => isActive)
        .map((root) => ({
          label: root.label[locale],
          price: priceOf(root),
          path: root.path[locale],
        }))}
      methods={accounts.map((account) => methodOf(account, paid))}
    />
  )
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
    id: account.id,
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
