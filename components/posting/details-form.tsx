import type { PriceGuidance } from '../../lib/ads/price-guidance.ts'
import type { CategoryDto } from '../../lib/categories/categories.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { draftPath } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatPrice } from '../../lib/money/format-money.ts'
import { money } from '../../lib/money/money.ts'
import type { DraftView } from '../../lib/posting/draft-view-queries.ts'
import { Labelled } from '../ui/labelled.tsx'
import { CustomField } from './custom-field.tsx'
import { DraftAutosave } from './draft-autosave.tsx'
import { FindNotice } from './find-notice.tsx'
import { PlaceField } from './place-field.tsx'
import type { PostProblem } from './problem-words.ts'

export type DetailsFormProps = Readonly<{
  view: DraftView
  category: CategoryDto
  /** Keys of the fields that are asked now, and of those that must be answered. */
  asked: Readonly<{ shown: readonly string[]; required: readonly string[] }>
  /** What similar ads ask; absent where there are too few. */
  guidance: PriceGuidance | undefined
  problems: readonly PostProblem[]
  locale: Locale
}>

/** Title, text, price, town and the fields of the category. A plain form; where scripts run it saves itself. */
export function DetailsForm({ view, category, asked, guidance, problems, locale }: DetailsFormProps) {
  const t = translate(locale, 'posting')
  const { draft } = view
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message
  const fields = category.fields.filter(({ isActive }) => isActive)
  return (
    <DraftAutosave
      action={`/api/v1/drafts/${draft.id}/details`}
      comparePath={`${draftPath(locale, draft.id, 'details')}?parted=1`}
      words={{
        saving: t('saving'),
        saved: t('saved', { time: '{time}' }),
        notSaved: t('notSaved'),
        parted: t('parted.link'),
        find: t('find.title'),
      }}
      locale={locale}
    >
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="version" value={draft.version} />
      <input type="hidden" name="from" value={draftPath(locale, draft.id, 'details')} />
      <Words view={view} locale={locale} errorOf={errorOf} />
      <Price view={view} category={category} guidance={guidance} locale={locale} error={errorOf('price')} />
      <PlaceField meant={view.meant} typed={draft.details.place} locale={locale} error={errorOf('place')} />
      {fields.length > 0 ? <h2>{t('details.fieldsTitle')}</h2> : null}
      {fields.map((field) => (
        <div key={field.key}>
          <CustomField
            field={field}
            typed={draft.details.fields[field.key]}
            isShown={asked.shown.includes(field.key)}
            isRequired={asked.required.includes(field.key)}
            error={errorOf(`f.${field.key}`)}
            locale={locale}
          />
          <Finds view={view} input={`f.${field.key}`} locale={locale} />
        </div>
      ))}
      <div className="post-actions">
        <button type="submit" name="save" value="next" className="button">
          {t('next')}
        </button>
        <button type="submit" name="save" value="stay" className="button button-quiet">
          {t('save')}
        </button>
      </div>
    </DraftAutosave>
  )
}

type Part = Readonly<{ view: DraftView; locale: Locale }>

function Words({ view, locale, errorOf }: Part & Readonly<{ errorOf: (field: string) => string | undefined }>) {
  const t = translate(locale, 'posting')
  const { details } = view.draft
  return (
    <>
      <Labelled id="title" label={t('details.titleField')} hint={t('details.titleHint')} error={errorOf('title')}>
        {(described) => <input className="input" id="title" name="title" defaultValue={details.title} {...described} />}
      </Labelled>
      <Finds view={view} input="title" locale={locale} />
      <Labelled id="body" label={t('details.bodyField')} hint={t('details.bodyHint')} error={errorOf('body')}>
        {(described) => (
          <textarea className="input" id="body" name="body" rows={9} defaultValue={details.body} {...described} />
        )}
      </Labelled>
      <Finds view={view} input="body" locale={locale} />
    </>
  )
}

function Price({
  view,
  category,
  guidance,
  locale,
  error,
}: Part & Pick<DetailsFormProps, 'category' | 'guidance'> & Readonly<{ error: string | undefined }>) {
  const t = translate(locale, 'posting')
  const currency = t(`details.${category.currency === 'GBP' ? 'pounds' : 'euros'}`)
  return (
    <Labelled
      id="price"
      label={`${t('details.priceField')} · ${t('state.optional')}`}
      hint={[t('details.priceHint', { currency }), guidance && guidanceWords(guidance, { category, locale })].join(' ')}
      error={error}
    >
      {(described) => (
        <input
          className="input post-short"
          id="price"
          name="price"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={view.draft.details.price}
          {...described}
        />
      )}
    </Labelled>
  )
}

function guidanceWords(
  { ads, lowest, median, highest }: PriceGuidance,
  { category, locale }: Pick<DetailsFormProps, 'category' | 'locale'>,
): string {
  const price = (minor: number) => formatPrice(money(minor, category.currency), locale)
  return translate(locale, 'posting')('details.priceGuidance', {
    count: ads,
    lowest: price(lowest),
    median: price(median),
    highest: price(highest),
  })
}

/** What stops the ad in one text; doubtful places are staff's business and are not shown. */
function Finds({ view, input, locale }: Part & Readonly<{ input: string }>) {
  const finds = view.finds.filter(
    (find) => find.input === input && (find.weight === 'explain' || find.weight === 'refuse'),
  )
  const { details, id } = view.draft
  const text =
    input === 'title' || input === 'body' ? details[input] : [details.fields[input.slice(2)] ?? ''].flat().join(' ')
  return <FindNotice finds={finds} text={text} draftId={id} locale={locale} />
}
