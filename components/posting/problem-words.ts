import type { CategoryDto } from '../../lib/categories/categories.ts'
import type { FieldProblem } from '../../lib/errors/domain-error.ts'
import type { Flash } from '../../lib/http/flash.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { DraftFind } from '../../lib/posting/screen-draft.ts'

/** One thing that is wrong, in a sentence; `field` is the id it leads to. */
export type PostProblem = Readonly<{ field: string; message: string }>

/** What a field of the form is called. */
export function labelOf(field: string, category: CategoryDto | undefined, locale: Locale): string {
  const t = translate(locale, 'posting')
  const custom = category?.fields.find(({ key }) => field === `f.${key}`)
  if (custom) return custom.label[locale]
  const labels: Readonly<Record<string, string>> = {
    title: t('details.titleField'),
    body: t('details.bodyField'),
    price: t('details.priceField'),
    place: t('details.placeField'),
    name: t('contact.nameField'),
    phone: t('contact.phoneField'),
    email: t('contact.emailField'),
    category: t('steps.category'),
    details: t('steps.details'),
    contact: t('steps.contact'),
  }
  return labels[field] ?? field
}

const sentences = [
  'too_short',
  'too_long',
  'not_a_price',
  'choose_place',
  'unknown_place',
  'not_a_number',
  'not_whole',
  'out_of_range',
  'not_a_year',
  'not_a_date',
  'not_an_option',
  'not_yes_or_no',
  'not_open',
  'not_an_email',
  'not_a_phone',
  'no_texts',
  'nothing_shown',
  'wrong_code',
  'used_up',
  'staff_address',
  'rate_limited',
  'conflict',
  'missing',
  'problem',
  'required',
] as const

/** A problem as a sentence that says what to do. */
export function problemWords(
  { field, code }: Pick<FieldProblem, 'field' | 'code'>,
  { category, locale }: Readonly<{ category: CategoryDto | undefined; locale: Locale }>,
): string {
  const t = translate(locale, 'posting')
  if (field === 'consent') return t('problem.consent')
  if (code === 'not_verified') return t(`problem.not_verified_${field === 'phoneCode' ? 'phone' : 'email'}`)
  const sentence = sentences.find((known) => known === code)
  return sentence ? t(`problem.${sentence}`, { label: labelOf(field, category, locale) }) : t('problem.other')
}

/** Problems of the details with those of their words, in the order of the form. */
export function detailProblemsOf(
  problems: readonly FieldProblem[],
  finds: readonly DraftFind[],
  about: Readonly<{ category: CategoryDto | undefined; locale: Locale }>,
): readonly PostProblem[] {
  const t = translate(about.locale, 'posting')
  const written = problems.map((problem) => ({ field: problem.field, message: problemWords(problem, about) }))
  const stopped = finds.filter(({ weight }) => weight === 'explain' || weight === 'refuse')
  const inWords = [...new Map(stopped.map((find) => [find.input, find])).values()].map(({ input, weight }) => ({
    field: input,
    message: t(`problem.${weight === 'refuse' ? 'bannedWord' : 'contactInText'}`, {
      label: labelOf(input, about.category, about.locale),
    }),
  }))
  return [...written, ...inWords]
}

/** What was wrong with a form that the server sent back. */
export function flashProblems(
  flash: Flash | undefined,
  about: Readonly<{ category: CategoryDto | undefined; locale: Locale }>,
): readonly PostProblem[] {
  if (!flash) return []
  if (flash.fields.length === 0)
    return [{ field: 'content', message: problemWords({ field: '', code: flash.code }, about) }]
  return flash.fields.map((problem) => ({ field: problem.field, message: problemWords(problem, about) }))
}

/** `Erreur : ` before a page's title while something is wrong on it. */
export function titleWith(title: string, hasProblems: boolean, locale: Locale): string {
  return hasProblems ? translate(locale, 'posting')('problem.prefix') + title : title
}
