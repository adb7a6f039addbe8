import { anyRows, type Step } from '../../db/commit.ts'
import { writeSql } from '../../db/statement.ts'
import type { Millis } from '../time/time.ts'
import { type SettingInput, type SettingKey, settingSchemas } from './settings.ts'

const upsert = writeSql(`insert into settings (key, value, updated_at) values (?, ?, ?)
  on conflict (key) do update set value = excluded.value, updated_at = max(excluded.updated_at, updated_at + 1)`)

/**
 * A step that keeps a setting; readers see it as soon as it is committed.
 *
 * @throws ZodError when the value has not the shape of its key.
 */
export function saveSetting<Key extends SettingKey>(key: Key, value: SettingInput<Key>, now: Millis): Step {
  const checked = settingSchemas[key].parse(value)
  return anyRows(upsert(key, JSON.stringify(checked), now))
}
