import type { Locale } from '../../lib/i18n/locales.ts'
import { categoryPath, pathTo } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatMoney } from '../../lib/money/format-money.ts'
import type { Money } from '../../lib/money/money.ts'
import type { Rail } from '../../lib/money/rails.ts'
import { ScrollBox } from '../ui/scroll-box.tsx'

type Billed = Readonly<{ price: Money; billed: Money; number: string | undefined }>
export type MethodPrice = Readonly<{
  id: string
  rail: Rail
  countries: readonly Readonly<{ country: string; billed: readonly Billed[] }>[]
}>
type CategoryPrice = Readonly<{ label: string; price: Money; path: readonly string[] }>

type Props = Readonly<{
  locale: Locale
  categories: readonly CategoryPrice[]
  methods: readonly MethodPrice[]
}>

/** Every price of the site and what each way to pay bills for it. */
export function PriceTables({ locale, categories, methods }: Props) {
  const t = translate(locale, 'texts')
  return (
    <article className="page page-narrow prose-page">
      <h1>{t('pricesTitle')}</h1>
      <p className="prose-lead">{t('pricesLead')}</p>
      <div className="prose">
        <h2 id="contacts">{t('pricesContacts')}</h2>
        <CategoryTable locale={locale} categories={categories} />
        <p className="meta">{t('pricesOnAd')}</p>
        <h2 id="methods">{t('pricesMethods')}</h2>
        <MethodTable locale={locale} methods={methods} />
        <p className="meta">{t('pricesExact')}</p>
        <h2 id="rules">{t('pricesRules')}</h2>
        <ul>
          <li>{t('pricesOnce')}</li>
          <li>{t('pricesKept')}</li>
          <li>
            {t('pricesRefund')} <a href={`${pathTo(locale, 'help')}#wrong-number`}>{t('pricesHelp')}</a>
          </li>
        </ul>
      </div>
    </article>
  )
}

function CategoryTable({ locale, categories }: Pick<Props, 'locale' | 'categories'>) {
  const t = translate(locale, 'texts')
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t('pricesCategory')}</th>
          <th scope="col" className="num">
            {t('pricesContact')}
          </th>
        </tr>
      </thead>
      <tbody>
        {categories.map(({ label, price, path }) => (
          <tr key={label}>
            <th scope="row">
              <a href={categoryPath(locale, path)}>{label}</a>
            </th>
            <td className="num">{price.minor === 0 ? t('pricesFree') : formatMoney(price, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function MethodTable({ locale, methods }: Pick<Props, 'locale' | 'methods'>) {
  const t = translate(locale, 'texts')
  const usable = methods.filter(({ countries }) => countries.some(({ billed }) => billed.length > 0))
  if (usable.length === 0) return <p>{t('pricesNoMethod')}</p>
  const countryNames = new Intl.DisplayNames([locale], { type: 'region' })
  return (
    <ScrollBox>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('pricesMethod')}</th>
            <th scope="col">{t('pricesWhere')}</th>
            <th scope="col">{t('pricesBilled')}</th>
          </tr>
        </thead>
        <tbody>
          {usable.map(({ id, rail, countries }) => (
            <tr key={id}>
              <th scope="row">{t(rail)}</th>
              <td>{countries.map(({ country }) => countryNames.of(country)).join(', ')}</td>
              <td>{amountsOf(countries[0]?.billed ?? [], { locale, rail })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

/** `1,50 € ou 3,00 € + prix du SMS`; a step above the contact's price is said, with what becomes of the rest. */
function amountsOf(billed: readonly Billed[], { locale, rail }: Readonly<{ locale: Locale; rail: Rail }>): string {
  const t = translate(locale, 'texts')
  const amounts = billed.map(({ price, billed: amount }) =>
    amount.minor === price.minor
      ? formatMoney(amount, locale)
      : t('pricesStep', { billed: formatMoney(amount, locale), price: formatMoney(price, locale) }),
  )
  const list = new Intl.ListFormat(locale, { type: 'disjunction' }).format(amounts)
  if (rail === 'premium_sms') return `${list} ${t('pricesPlusText')}`
  return rail === 'premium_call' ? `${list} ${t('pricesPlusCall')}` : list
}
