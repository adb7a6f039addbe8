import { config } from '../config/env.ts'
import { DomainError, isDomainError } from '../errors/domain-error.ts'
import { answerJson, answerProblem, answerRedirect } from '../http/answers.ts'
import type { CommandAnswer } from '../http/command-answer.ts'
import { readCookie } from '../http/cookies.ts'
import { readBody } from '../http/read-body.ts'
import { ownPath, requireSameOrigin } from '../http/request-guard.ts'
import { type Locale, localeOr, preferredLocale } from '../i18n/locales.ts'
import { currentTime, type Millis } from '../time/time.ts'
import { drawNumber, fictionNumber } from './handset.ts'
import { wakePump } from './pump.ts'
import { requireDemo } from './world.ts'

const yearSeconds = 365 * 24 * 3600
export const handsetCookie = 'sim_handset'
export const languageCookie = 'sim_lang'

export type PhoneCall = Readonly<{
  fields: Readonly<Record<string, unknown>>
  params: Readonly<Record<string, string>>
  /** The telephone this browser holds. */
  msisdn: string
  locale: Locale
  now: Millis
  /** Where a form goes back to. */
  from: string
}>

type RouteContext = Readonly<{ params: Promise<Readonly<Record<string, string | string[] | undefined>>> }>

/**
 * Exports a command of the demonstration phone. It exists only where the configuration says demonstration. Forms must
 * come from this site; JSON is for tests and scripts, and a browser cannot send it here from elsewhere.
 */
export function phoneRoute(run: (call: PhoneCall) => Promise<CommandAnswer> | CommandAnswer) {
  return async (request: Request, route: RouteContext): Promise<Response> => {
    try {
      requireDemo()
      const body = await readBody(request)
      if (body.isForm || request.headers.has('sec-fetch-site')) requireSameOrigin(request.headers)
      const cookies = request.headers.get('cookie')
      const held = handsetOfBrowser(cookies)
      const msisdn = fictionNumber(textOf(body.fields, 'msisdn')) ?? held ?? drawNumber(Math.random())
      const answer = await run({
        fields: body.fields,
        params: await paramsOf(route),
        msisdn,
        locale: localeOfBrowser(cookies, request.headers.get('accept-language')),
        now: currentTime(),
        from: pathOf(body.fields['from']),
      })
      wakePump()
      const withHandset = held === undefined ? withCookie(answer, handsetSetting(msisdn)) : answer
      return body.isForm ? answerRedirect(withHandset) : answerJson(withHandset)
    } catch (error) {
      if (isDomainError(error)) return answerProblem(error)
      throw error
    }
  }
}

/** Exports a reading or a provider's door of the demonstration; the handler answers by itself. */
export function worldRoute(
  answer: (request: Request, params: Readonly<Record<string, string>>) => Promise<Response> | Response,
) {
  return async (request: Request, route: RouteContext): Promise<Response> => {
    try {
      requireDemo()
      const response = await answer(request, await paramsOf(route))
      wakePump()
      return response
    } catch (error) {
      if (isDomainError(error)) return answerProblem(error)
      throw error
    }
  }
}

async function paramsOf(route: RouteContext): Promise<Readonly<Record<string, string>>> {
  const params = await route.params
  return Object.fromEntries(Object.entries(params ?? {}).map(([name, value]) => [name, String(value)]))
}

export function textOf(fields: Readonly<Record<string, unknown>>, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

/** @throws DomainError `invalid_input` naming the field. */
export function requireText(fields: Readonly<Record<string, unknown>>, name: string): string {
  const text = textOf(fields, name).trim()
  if (text === '' || text.length > 1000)
    throw new DomainError('invalid_input', { fields: [{ field: name, code: 'missing' }] })
  return text
}

function pathOf(value: unknown): string {
  const path = ownPath(value)
  return path.startsWith('/simulator') ? path : '/simulator'
}

export function withCookie(answer: CommandAnswer, cookie: string): CommandAnswer {
  return { ...answer, cookies: [...(answer.cookies ?? []), cookie] }
}

/** The telephone a browser holds, or undefined before it took one. */
export function handsetOfBrowser(cookies: string | null): string | undefined {
  return fictionNumber(readCookie(cookies, handsetCookie) ?? '')
}

export function localeOfBrowser(cookies: string | null, acceptLanguage: string | null): Locale {
  const chosen = readCookie(cookies, languageCookie) ?? readCookie(cookies, 'lang')
  return localeOr(chosen, preferredLocale(acceptLanguage ?? undefined))
}

export function handsetSetting(msisdn: string): string {
  return setting(handsetCookie, fictionNumber(msisdn)?.replace('+33', '0') ?? '')
}

export function setting(name: string, value: string): string {
  const secure = config().origin.startsWith('https:') ? '; Secure' : ''
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${yearSeconds}${secure}`
}
