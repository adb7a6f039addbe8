import { readSql } from '../../db/statement.ts'

const inUse = readSql<{ found: number }>(`select 1 as found from ads a
  where a.category_id in (select value from json_each(?)) and json_type(a.fields, ?) is not null limit 1`)
const optionInUse = readSql<{ value: string }>(`
  select distinct coalesce(j.value, json_extract(a.fields, @path)) as value from ads a
  left join json_each(case when json_type(a.fields, @path) = 'array' then json_extract(a.fields, @path) end) j
  where a.category_id in (select value from json_each(@categories)) and json_type(a.fields, @path) is not null`)
const adsIn = readSql<{ categoryId: number; ads: number }>(
  `select category_id as categoryId, count(*) as ads from ads where status <> 'deleted' group by 1`,
)

const pathOf = (key: string) => `$."${key}"`

/** Whether any ad of the categories has a value for a field; reads ads until one has. */
export function isFieldInUse(categoryIds: readonly number[], key: string): boolean {
  return inUse.get(JSON.stringify(categoryIds), pathOf(key)) !== undefined
}

/** The options of a choice that ads of the categories have. */
export function listOptionsInUse(categoryIds: readonly number[], key: string): readonly string[] {
  return optionInUse
    .all({ categories: JSON.stringify(categoryIds), path: pathOf(key) })
    .map(({ value }) => String(value))
}

/** How many ads each category itself keeps, whatever their state; those that were deleted do not count. */
export function countKeptAds(): ReadonlyMap<number, number> {
  return new Map(adsIn.all().map(({ categoryId, ads }) => [categoryId, ads]))
}
