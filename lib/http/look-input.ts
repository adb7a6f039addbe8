import { z } from 'zod'
import type { Look } from '../settings/look.ts'
import { settingSchemas } from '../settings/settings.ts'

/** A number as typed, with a comma or a point. */
const decimal = (least: number, most: number) =>
  z
    .string()
    .transform((text) => (text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.'))))
    .pipe(z.number().min(least).max(most))

const { fonts, density } = settingSchemas.look.shape

/** A look as its form sends it. */
export const lookInput = z.object({
  seedHue: decimal(0, 360),
  strength: decimal(0, 2),
  brandLightness: decimal(0, 1),
  quietLightness: decimal(0, 1),
  accessHue: decimal(0, 360),
  accessChroma: decimal(0, 0.3),
  accessLightness: decimal(0, 1),
  fonts,
  radius: decimal(0, 12).pipe(z.int()),
  density,
})

export const lookNames = Object.keys(lookInput.shape) as readonly (keyof Look)[]

/** A look as its form shows it. */
export function printLook(look: Look): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(look).map(([name, value]) => [name, String(value)]))
}
