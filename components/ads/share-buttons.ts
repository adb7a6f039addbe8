import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { html, type Markup } from '../../lib/text/markup.ts'

type Props = Readonly<{ title: string; url: string; locale: Locale }>

/** Buttons that share an address and print the page; hidden without JavaScript, and dead without `startSharing`. */
export function shareButtons({ title, url, locale }: Props): Markup {
  const t = translate(locale, 'ad')
  return html`<div class="share needs-js" data-title="${title}" data-url="${url}" data-copied="${t(
    'linkCopied',
  )}"><button type="button" class="button-bare icon-share">${t(
    'share',
  )}</button><button type="button" class="button-bare icon-print">${t('print')}</button><span role="status"></span></div>`
}
