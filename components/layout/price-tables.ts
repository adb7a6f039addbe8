import type { Locale } from '../../lib/i18n/locales.ts'
import { categoryPath, pathTo } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatMoney } from '../../lib/money/format-money.ts'
import type { Money } from '../../lib/money/money.ts'
import type { Rail } from '../../lib/money/rails.ts'
import { html, type Markup } from '../../lib/text/markup.ts'
import { scrollTable } from '../ui/scroll-table.ts'

type Billed = Readonly<{ price: Money; billed: Money }>
export type MethodPrice = Readonly<{ rail: Rail; countries: readonly string[]; billed: readonly Billed[] }>
type CategoryPrice = Readonly<{ label: string; price: Money; path: readonly string[] }>

type Props = Readonly<{
  locale: Locale
  categories: readonly CategoryPrice[]
  methods: readonly MethodPrice[]
}>

/** Every price of the site and what each way to pay bills for it. */
export function priceTables({ locale, categories, methods }: Props): Markup {
  const t = translate(locale, 'texts')
  const help = html`<a href="${pathTo(locale, 'help')}#wrong-number">${t('pricesHelp')}</a>`
  const rules = html`<ul><li>${t('pricesOnce')}</li><li>${t('pricesKept')}</li><li>${t('pricesRefund')} ${help}</li></ul>`
  return html`<h1>${t('pricesTitle')}</h1><p class="prose-lead">${t('pricesLead')}</p><div class="prose">${[
    html`<h2 id="contacts">${t('pricesContacts')}</h2>${categoryTable(categories, locale)}`,
    html`<p class="meta">${t('pricesOnAd')}</p>`,
    html`<h2 id="methods">${t('pricesMethods')}</h2>${methodTable(methods, locale)}`,
    html`<p class="meta">${t('pricesExact')}</p><h2 id="rules">${t('pricesRules')}</h2>${rules}`,
  ]}</div>`
}

function categoryTable(categories: readonly CategoryPrice[], locale: Locale): Markup {
  const t = translate(locale, 'texts')
  const rows = categories.map(({ label, price, path }) => {
    const words = price.minor === 0 ? t('pricesFree') : formatMoney(price, locale)
    const link = html`<a href="${categoryPath(locale, path)}">${label}</a>`
    return html`<tr><th scope="row">${link}</th><td class="amount">${words}</td></tr>`
  })
  return html`<table class="table"><thead><tr><th scope="col">${t(
    'pricesCategory',
  )}</th><th scope="col" class="num">${t('pricesContact')}</th></tr></thead><tbody>${rows}</tbody></table>`
}

function methodTable(methods: readonly MethodPrice[], locale: Locale): Markup {
  const t = translate(locale, 'texts')
  if (methods.length === 0) return html`<p>${t('pricesNoMethod')}</p>`
  const countryNames = new Intl.DisplayNames([locale], { type: 'region' })
  const rows = methods.map(({ rail, countries, billed }) => {
    const where = countries.map((country) => countryNames.of(country)).join(', ')
    const amounts = amountsOf(billed, { locale, rail })
    return html`<tr><th scope="row">${t(rail)}</th><td>${where}</td><td>${amounts}</td></tr>`
  })
  return scrollTable({
    label: t('pricesMethods'),
    titles: [t('pricesMethod'), t('pricesWhere'), t('pricesBilled')],
    rows,
  })
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
