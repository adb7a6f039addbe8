import { translate } from '../../lib/i18n/translator.ts'

export const dynamic = 'force-dynamic'

export function GET(): Response {
  const t = translate('fr', 'common')
  const manifest = {
    name: t('siteName'),
    short_name: t('siteName'),
    description: t('tagline'),
    lang: 'fr',
    start_url: '/',
    display: 'minimal-ui',
    background_color: '#f8fbfc',
    theme_color: '#0e1a22',
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
  }
  return Response.json(manifest, { headers: { 'content-type': 'application/manifest+json' } })
}
