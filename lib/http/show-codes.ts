import type { Locale } from '../i18n/locales.ts'
import { securityPath } from '../i18n/paths.ts'
import type { CommandAnswer } from './command-answer.ts'
import { writeFlash } from './flash.ts'

/** Backup codes wait up to five minutes for the page that shows them, and are gone once it has. */
export function showCodes(
  made: Readonly<{ codes: readonly string[]; cookies: readonly string[] }>,
  page: Readonly<{ locale: Locale; done: string }>,
): CommandAnswer {
  const { codes, cookies } = made
  const location = `${securityPath(page.locale)}?done=${page.done}`
  if (codes.length === 0) return { location, json: {}, cookies }
  const { id, cookie } = writeFlash(
    { code: 'backup_codes', fields: [], values: { backup: codes.join(' ') } },
    { isShownOnce: true },
  )
  return { location: `${location}&e=${id}`, json: {}, shownOnce: { codes }, cookies: [...cookies, cookie] }
}
