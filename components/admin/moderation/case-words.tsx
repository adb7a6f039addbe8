import type { Locale } from '../../../lib/i18n/locales.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import type { AdWords } from '../../../lib/reports/case-view.ts'
import { html } from '../../../lib/text/markup.ts'
import { photoMarkup } from '../../ads/photo.ts'
import { Drawn } from '../../ui/drawn.tsx'
import { Marked, markWords } from './marked-text.tsx'

/** Everything public of an ad, as it will be read, with what screening saw marked. */
export function CaseWords({ words, locale }: Readonly<{ words: AdWords; locale: Locale }>) {
  const t = translate(locale, 'panelModeration')
  const { texts, facts, otherFinds, markCount } = words
  return (
    <div className="case-words">
      <p className={markCount + otherFinds.length > 0 ? 'notice notice-warn' : 'meta'}>
        {markCount + otherFinds.length > 0
          ? `${t('marks')} : ${t('finds', { count: markCount + otherFinds.length })}`
          : t('marksNone')}
      </p>
      {otherFinds.length > 0 ? (
        <ul className="meta">
          {otherFinds.map((find) => (
            <li key={`${find.field} ${find.start} ${find.kind}`}>
              {find.field} : {markWords(find.kind, t)}
            </li>
          ))}
        </ul>
      ) : null}
      {texts.map(({ locale: language, title, body }) => (
        <section key={language} lang={language} className="case-text">
          <p className="legal" lang={locale}>
            {t(language === 'en' ? 'ad.language.en' : 'ad.language.fr')}
          </p>
          <h3>
            <Marked value={title} locale={locale} />
          </h3>
          <p className="case-body">
            <Marked value={body} locale={locale} />
          </p>
        </section>
      ))}
      {facts.length > 0 ? (
        <dl className="facts-list">
          {facts.map(({ key, label, value }) => (
            <div key={key} className="contents">
              <dt>{label}</dt>
              <dd>
                <Marked value={value} locale={locale} />
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      <CasePhotos photos={words.photos} locale={locale} />
    </div>
  )
}

function CasePhotos({ photos, locale }: Readonly<{ photos: AdWords['photos']; locale: Locale }>) {
  const t = translate(locale, 'panelModeration')
  if (photos.length === 0) return <p className="meta">{t('ad.noPhoto')}</p>
  const items = photos.map((photo) => {
    const alt = locale === 'en' ? photo.altEn : photo.altFr
    return html`<li>${photoMarkup({ ...photo, alt: '' })}${alt ? html`<span class="legal">${alt}</span>` : null}</li>`
  })
  return (
    <Drawn
      name="case-photos"
      className="contents"
      markup={html`<ul class="case-photos" aria-label="${t('ad.photos')}">${items}</ul>`}
    />
  )
}
