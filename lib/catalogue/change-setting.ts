import { commit } from '../../db/commit.ts'
import { auditChange } from '../audit/audit-store.ts'
import type { Setting, SettingInput, SettingKey } from '../settings/settings.ts'
import { findSetting } from '../settings/settings-queries.ts'
import { saveSetting } from '../settings/settings-store.ts'
import type { Millis } from '../time/time.ts'

/** Changes a setting; the log keeps what differs. */
export async function changeSetting<Key extends SettingKey>(
  key: Key,
  value: Setting<Key>,
  { actor, now }: Readonly<{ actor: string; now: Millis }>,
): Promise<void> {
  const before = { [key]: findSetting(key) }
  await commit([
    saveSetting(key, value as SettingInput<Key>, now),
    auditChange(
      { actor, action: 'setting_changed', subject: `setting:${key}`, ...diff(before, { [key]: value }) },
      now,
    ),
  ])
}

type Values = Readonly<Record<string, unknown>>

/** Settings with fields are compared field by field; others, such as lists, as a whole. */
function diff(before: Values, after: Values): Readonly<{ before: Values; after: Values }> {
  const [left, right] = [Object.values(before)[0], Object.values(after)[0]]
  const isFielded = (value: unknown): value is Values =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
  return isFielded(left) && isFielded(right) ? { before: left, after: right } : { before, after }
}
