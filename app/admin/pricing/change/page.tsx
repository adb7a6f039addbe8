import { type FormState, formState } from '../../../../components/admin/form-kit.tsx'
import { Panel } from '../../../../components/admin/panel.tsx'
import { PriceEffect } from '../../../../components/admin/price-effect.tsx'
import { PriceForm } from '../../../../components/admin/price-form.tsx'
import { Breadcrumbs } from '../../../../components/ui/breadcrumbs.tsx'
import { priceProblems } from '../../../../lib/catalogue/change-prices.ts'
import { previewPriceChange } from '../../../../lib/catalogue/preview-price-change.ts'
import type { PriceChange } from '../../../../lib/catalogue/price-change.ts'
import { categoryTrail } from '../../../../lib/categories/categories.ts'
import { loadCategoryTree } from '../../../../lib/categories/categories-queries.ts'
import { priceChangeInput } from '../../../../lib/http/price-change-input.ts'
import { requireStaff } from '../../../../lib/http/require-staff.ts'
import { staffForm } from '../../../../lib/http/staff-form.ts'
import type { Locale } from '../../../../lib/i18n/locales.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import { payerCountries } from '../../../../lib/providers/ensure-internal-accounts.ts'
import { currentTime } from '../../../../lib/time/time.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{ searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> }>
const names = ['kind', 'category', 'country', 'rail', 'price', 'currency', 'begins', 'until'] as const

/** Asks for a price, and shows what it would do before anything is done. */
export default async function ChangePricePage({ searchParams }: Props) {
  const member = await requireStaff({ ability: 'change_prices', path: '/admin/pricing' })
  const { flash, query } = await staffForm(searchParams)
  const { locale } = member
  const t = translate(locale, 'pricing')
  const now = currentTime()
  const typed = Object.fromEntries(
    names.flatMap((name) => (query(name) === undefined ? [] : [[name, query(name) ?? '']])),
  )
  const tree = loadCategoryTree()
  const read = typed['price'] === undefined ? undefined : readChange(typed, now)
  const refused = formState(flash, { locale, form: 'price' })
  const problems = refused.problems.size > 0 ? refused.problems : wordsOf(read, locale)
  const state: FormState = { ...refused, values: typed, problems }
  return (
    <Panel member={member} section="pricing" path="/admin/pricing" title={t('changeTitle')}>
      <Breadcrumbs
        label={translate(locale, 'admin')('nav.trail')}
        crumbs={[{ label: t('title'), href: '/admin/pricing' }, { label: t('changeTitle') }]}
      />
      <div className="panel-head">
        <h1>{t('changeTitle')}</h1>
      </div>
      <PriceForm
        state={state}
        categories={tree.all.map(({ id, label }) => ({
          id,
          label: label[locale],
          depth: categoryTrail(tree, id).length - 1,
        }))}
        countries={payerCountries}
        locale={locale}
      />
      {read?.change ? (
        <PriceEffect
          change={read.change}
          preview={previewPriceChange(read.change, now)}
          typed={typed}
          from={`/admin/pricing/change?${new URLSearchParams(typed)}`}
          isLater={read.change.validFrom > now}
          locale={locale}
        />
      ) : null}
    </Panel>
  )
}

type Read = Readonly<{
  change: PriceChange | undefined
  problems: readonly Readonly<{ field: string; code: string }>[]
}>

function readChange(typed: Readonly<Record<string, string>>, now: number): Read {
  const result = priceChangeInput.safeParse(typed)
  if (!result.success) {
    const problems = result.error.issues.map(({ path, code }) => ({ field: path.join('.'), code: String(code) }))
    return { change: undefined, problems }
  }
  const problems = priceProblems(result.data, now)
  return { change: problems.length > 0 ? undefined : result.data, problems }
}

function wordsOf(read: Read | undefined, locale: Locale): ReadonlyMap<string, string> {
  const fields = read?.problems ?? []
  return formState({ code: 'invalid_input', fields, values: { form: 'price' } }, { locale, form: 'price' }).problems
}
