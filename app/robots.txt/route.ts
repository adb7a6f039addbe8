import { config } from '../../lib/config/env.ts'
import { locales } from '../../lib/i18n/locales.ts'
import { laterWord, type PageName, pathTo } from '../../lib/i18n/paths.ts'

export const dynamic = 'force-dynamic'

const privatePages: readonly PageName[] = [
  'pay',
  'receipt',
  'code',
  'my-access',
  'wallet',
  'voucher',
  'withdrawal',
  'sign-in',
]

export function GET(): Response {
  const lines = [
    'User-agent: *',
    ...['/api/', '/admin', '/simulator', '/inbox'].map((path) => `Disallow: ${path}`),
    ...locales.flatMap((locale) => [
      ...privatePages.map((page) => `Disallow: ${pathTo(locale, page)}`),
      `Disallow: ${pathTo(locale, 'ad')}/*/${laterWord(locale, 'contact')}`,
      `Disallow: ${pathTo(locale, 'search')}?`,
    ]),
    '',
    `Sitemap: ${config().origin}/sitemap.xml`,
    '',
  ]
  return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
