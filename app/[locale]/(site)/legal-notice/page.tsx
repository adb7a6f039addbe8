import type { Locale } from '../../../../lib/i18n/locales.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import { findSetting } from '../../../../lib/settings/settings-queries.ts'
import { html, type Markup } from '../../../../lib/text/markup.ts'
import { textRoute } from '../text-route.tsx'

export const dynamic = 'force-dynamic'

const { generateMetadata, Page } = textRoute('legal-notice', publisherOf)

export { generateMetadata, Page as default }

/** Who answers for the site comes from the operator's settings; what is missing is said to be missing. */
function publisherOf(locale: Locale): Markup {
  const t = translate(locale, 'texts')
  const publisher = findSetting('publisher')
  const lines = [
    [t('publisherName'), publisher.name],
    [t('publisherForm'), publisher.form],
    [t('publisherDirector'), publisher.director],
    [t('publisherAddress'), publisher.address],
    [t('publisherEmail'), publisher.email],
    [t('publisherPhone'), publisher.phone],
    [t('publisherSiret'), publisher.siret],
    [t('publisherVat'), publisher.vatNumber],
    [t('publisherHost'), publisher.host],
    [t('publisherMediator'), publisher.mediator],
  ] as const
  const known = lines.filter(([, value]) => value !== '')
  const drawn = known.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)
  return html`<h2 id="publisher">${t('publisher')}</h2>${
    known.length === 0 ? html`<p>${t('publisherMissing')}</p>` : html`<dl class="lines">${drawn}</dl>`
  }`
}
