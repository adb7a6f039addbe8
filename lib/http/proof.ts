import { localeOr } from '../i18n/locales.ts'
import { pathTo } from '../i18n/paths.ts'
import type { CommandAnswer } from './command-answer.ts'
import { cookieHeader, cookieName, readCookie } from './cookies.ts'
import { type Flash, writeFlash } from './flash.ts'
import { ownPath } from './request-guard.ts'

const lifeSeconds = 600

/**
 * Leads a form whose sender must prove who she is again to the page that asks, and keeps what was typed meanwhile.
 *
 * Back on its own page the form finds a flash with the code `confirmed`, which is no problem to show: the values are
 * there, and sending the form again does what it says.
 *
 * @param form.from The form's own page, a path of this site.
 * @param form.owner Whoever sent it, as the server sees her.
 */
export function askForProof(
  flash: Flash,
  form: Readonly<{ from: string; locale: unknown; owner: string }>,
): CommandAnswer {
  const { id, cookie } = writeFlash({ ...flash, code: 'confirmed', fields: [] }, { owner: form.owner })
  const kept = cookie.slice(cookie.indexOf('=') + 1, cookie.indexOf(';'))
  const [path = '/', query = ''] = form.from.split('?')
  const search = new URLSearchParams(query)
  search.set('e', id)
  const locale = localeOr(form.locale, /^\/en(\/|$)/.test(path) ? 'en' : 'fr')
  const back = encodeURIComponent(`${path}?${search}`)
  return {
    location: `${pathTo(locale, 'confirm')}?next=${back}`,
    json: {},
    cookies: [cookieHeader('return', kept, lifeSeconds)],
  }
}

/** Where somebody goes once she has proved who she is, with the form that waits there. */
export function returnFromProof(
  cookies: string | null,
  next: unknown,
): Readonly<{ location: string; cookies: string[] }> {
  const location = ownPath(next)
  const kept = readCookie(cookies, cookieName('return'))
  if (kept === undefined) return { location, cookies: [] }
  return { location, cookies: [cookieHeader('flash', kept, lifeSeconds), cookieHeader('return', '', 0)] }
}
