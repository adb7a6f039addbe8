import { z } from 'zod'
import { readCondition, readOptions } from '../catalogue/field-change.ts'
import type { FieldDto } from '../categories/categories.ts'
import type { CategoryChange } from '../categories/categories-store.ts'
import { countInput, dayInput, optionalCountInput, tickInput } from './panel-input.ts'

export const categoryIdInput = z.coerce.number().int().positive()
const parentInput = z.union([z.literal('').transform(() => null), categoryIdInput]).default(null)
const nameInput = z.string().trim().max(80)

export const addCategoryInput = z.object({
  parent: parentInput,
  labelFr: nameInput.min(1),
  labelEn: nameInput.default(''),
})

/** A category as its form sends it. */
export const changeCategoryInput = z
  .object({
    id: categoryIdInput,
    parent: parentInput,
    labelFr: nameInput,
    labelEn: nameInput,
    slugFr: z.string().trim().max(80),
    slugEn: z.string().trim().max(80),
    legalKind: z.enum(['general', 'housing', 'jobs', 'pets']),
    revealMode: z.enum(['paid', 'free', 'paid_then_free', 'sponsored']),
    paidDays: optionalCountInput(1, 365),
    freeQuota: countInput(0, 1000),
    freeUntil: dayInput,
    adDays: countInput(1, 730),
    isActive: tickInput,
  })
  .transform(
    ({ labelFr, labelEn, slugFr, slugEn, ...terms }): CategoryChange => ({
      ...terms,
      label: { fr: labelFr, en: labelEn },
      slug: { fr: slugFr, en: slugEn },
    }),
  )

/** A detail of a category as its form sends it: options one a line, conditions as `name = value, value`. */
export const fieldInput = z
  .object({
    id: categoryIdInput,
    key: z.string().trim().max(40),
    labelFr: nameInput,
    labelEn: nameInput,
    type: z.enum(['text', 'integer', 'number', 'choice', 'choices', 'boolean', 'money', 'year', 'date']),
    unit: z.string().trim().max(12).default(''),
    options: z.string().max(8000).default(''),
    requiredWhen: z.string().max(300).default(''),
    shownWhen: z.string().max(300).default(''),
    helpFr: z.string().trim().max(300).default(''),
    helpEn: z.string().trim().max(300).default(''),
    isRequired: tickInput,
    isFilterable: tickInput,
    isActive: tickInput,
  })
  .transform(({ id, labelFr, labelEn, unit, options, requiredWhen, shownWhen, helpFr, helpEn, ...rest }) => {
    const hasOptions = rest.type === 'choice' || rest.type === 'choices'
    const field: FieldDto = {
      ...rest,
      label: { fr: labelFr, en: labelEn },
      unit: unit === '' ? null : unit,
      options: hasOptions ? readOptions(options) : [],
      requiredWhen: readCondition(requiredWhen),
      shownWhen: readCondition(shownWhen),
      help: helpFr === '' && helpEn === '' ? null : { fr: helpFr || helpEn, en: helpEn || helpFr },
    }
    return { categoryId: id, field }
  })
