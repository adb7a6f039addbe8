import { z } from 'zod'
import { ownChanges } from './own-ads.ts'

const formFields = { locale: z.enum(['fr', 'en']).default('fr'), from: z.string().max(500).optional() }
const ref = z.string().max(12).meta({ description: 'Reference of the ad.', example: 'K7P204' })
const tick = z.preprocess((value) => value === true || value === 'on' || value === 'true' || value === '1', z.boolean())

export const changeOwnAdInput = z
  .object({
    ...formFields,
    ref,
    change: z.enum(ownChanges),
    sure: tick.meta({ description: 'With `delete`: it is meant.' }),
  })
  .meta({ id: 'ChangeOwnAd' })
export type ChangeOwnAdInput = z.output<typeof changeOwnAdInput>

export const renewAdInput = z
  .object({
    ...formFields,
    ref,
    key: z
      .string()
      .max(60)
      .optional()
      .meta({ description: 'From the link of an expiry warning; else one is signed in.' }),
  })
  .meta({ id: 'RenewAd' })
export type RenewAdInput = z.output<typeof renewAdInput>

export const editAdInput = z.object({ ...formFields, ref }).meta({ id: 'EditAd' })
export type EditAdInput = z.output<typeof editAdInput>
