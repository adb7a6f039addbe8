import { localeOr } from '../../../../lib/i18n/locales.ts'
import { languageCookie, phoneRoute, setting, withCookie } from '../../../../lib/simulator/simulator-route.ts'

export const POST = phoneRoute(({ fields, from }) => {
  const locale = localeOr(fields['language'])
  return withCookie({ location: from, json: { locale } }, setting(languageCookie, locale))
})
