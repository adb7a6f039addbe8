import { readSql } from '../../db/statement.ts'
import { defaultSettings, type Setting, type SettingKey, type Settings, settingSchemas } from './settings.ts'

const versionOf = readSql<{ updated_at: number }>('select updated_at from settings where key = ?')
const rowOf = readSql<{ value: string; updated_at: number }>('select value, updated_at from settings where key = ?')

type Cached = { [Key in SettingKey]?: Readonly<{ version: number; value: Settings[Key] }> }
const cached: Cached = {}

/** Grows with every change of the setting, whichever process made it; 0 while it has its default. For cache keys. */
export function settingVersion(key: SettingKey): number {
  return versionOf.get(key)?.updated_at ?? 0
}

/**
 * A setting as the operator left it, else its default.
 *
 * The parsed value is kept between calls and read again only when its version moved, so asking is cheap everywhere.
 */
export function findSetting<Key extends SettingKey>(key: Key): Setting<Key> {
  const version = settingVersion(key)
  if (version === 0) return defaultSettings[key]
  const known: Cached[Key] = cached[key]
  if (known?.version === version) return known.value
  const row = rowOf.get(key)
  if (!row) return defaultSettings[key]
  const value = settingSchemas[key].parse(JSON.parse(row.value)) as Settings[Key]
  cached[key] = { version: row.updated_at, value } as Cached[Key]
  return value
}
