import { readSql } from '../../db/statement.ts'

const named = readSql<{ one: number }>(
  'select 1 as one from photos where hash = @hash union all select 1 from draft_photos where hash = @hash limit 1',
)

/** Whether an ad or a draft shows this picture. */
export function isPhotoNamed(hash: string): boolean {
  return named.get({ hash }) !== undefined
}
