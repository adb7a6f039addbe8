import { z } from 'zod'
import type { Setting, SettingKey } from '../settings/settings.ts'
import { findSetting } from '../settings/settings-queries.ts'

/** How a value is typed: a line, several lines, a whole number, an amount of money, a box to tick. */
export type SettingField = Readonly<{ name: string; kind: 'text' | 'area' | 'email' | 'count' | 'amount' | 'tick' }>

/** One form of the settings page: what it asks, what is there now, and what a sent form means. */
export type SettingsForm = Readonly<{
  key: SettingKey
  fields: readonly SettingField[]
  print: () => Readonly<Record<string, string>>
  read: z.ZodType<unknown>
}>

export const text = (most: number) => z.string().trim().max(most).default('')
export const amount = (minor: number) => (minor / 100).toFixed(2).replace('.', ',')
export const tick = (value: boolean) => (value ? 'on' : '')
export const texts = (names: readonly string[]): readonly SettingField[] =>
  names.map((name) => ({ name, kind: 'text' }))
export const counts = (names: readonly string[]): readonly SettingField[] =>
  names.map((name) => ({ name, kind: 'count' }))
export const amounts = (names: readonly string[]): readonly SettingField[] =>
  names.map((name) => ({ name, kind: 'amount' }))

/** A form over one setting: how it is printed and what a sent one means. */
export function form<Key extends SettingKey>(
  key: Key,
  fields: readonly SettingField[],
  rules: Readonly<{ print: (value: Setting<Key>) => Readonly<Record<string, string>>; read: z.ZodType<Setting<Key>> }>,
): SettingsForm {
  return { key, fields, print: () => rules.print(findSetting(key)), read: rules.read }
}
