import { Panel } from '../../../components/admin/panel.tsx'
import { ownSentenceKeys } from '../../../lib/content/content.ts'
import { listContent } from '../../../lib/content/content-queries.ts'
import { requireStaff } from '../../../lib/http/require-staff.ts'
import { staffForm } from '../../../lib/http/staff-form.ts'
import type { Locale } from '../../../lib/i18n/locales.ts'
import { textNames } from '../../../lib/i18n/texts/text-page.ts'
import { textPage } from '../../../lib/i18n/texts/texts.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import { defaultMailText, mailKeys } from '../../../lib/mail/mail-text.ts'
import { foldText } from '../../../lib/text/text.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{ searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> }>
type Line = Readonly<{ key: string; text: string }>
const most = 100

/** Every text of the site that the operator may write anew. */
export default async function ContentPage({ searchParams }: Props) {
  const member = await requireStaff({ ability: 'change_settings', path: '/admin/content' })
  const { query } = await staffForm(searchParams)
  const { locale } = member
  const t = translate(locale, 'settingsPanel')
  const asked = (query('q') ?? '').slice(0, 80)
  const found = asked.trim() === '' ? [] : sentencesWith(asked, locale)
  return (
    <Panel member={member} section="content" path="/admin/content" title={t('content.title')}>
      <div className="panel-head">
        <h1>{t('content.title')}</h1>
        <p className="meta">{t('content.intro')}</p>
      </div>
      <TextTable
        kind="page"
        title={t('content.pages')}
        lines={textNames.map((name) => ({ key: name, text: textPage(locale, name).title }))}
        locale={locale}
      />
      <TextTable
        kind="mail"
        title={t('content.mails')}
        lines={mailKeys.map((key) => ({ key, text: defaultMailText(key, locale).subject }))}
        locale={locale}
      />
      <section className="panel-section" aria-labelledby="sentences">
        <header>
          <h2 id="sentences">{t('content.sentences')}</h2>
          <p className="meta">{t('content.sentencesHint')}</p>
        </header>
        <form className="filters" method="get" action="/admin/content">
          <label className="wide">
            {t('content.search')}
            <input type="search" name="q" defaultValue={asked} maxLength={80} />
          </label>
          <button type="submit" className="button button-small">
            {t('content.search')}
          </button>
        </form>
        {asked !== '' && found.length === 0 ? <p className="meta">{t('content.searchNone')}</p> : null}
        {found.length > most ? <p className="meta">{t('content.more')}</p> : null}
      </section>
      {asked === '' ? <OwnSentences locale={locale} /> : null}
      {found.length > 0 ? (
        <TextTable kind="sentence" title={asked} lines={found.slice(0, most)} locale={locale} />
      ) : null}
    </Panel>
  )
}

function sentencesWith(asked: string, locale: Locale): readonly Line[] {
  const wanted = foldText(asked)
  return [...ownSentenceKeys()[locale]]
    .filter(([key, text]) => foldText(text).includes(wanted) || key.includes(asked))
    .map(([key, text]) => ({ key, text }))
}

function OwnSentences({ locale }: Readonly<{ locale: Locale }>) {
  const lines = listContent('sentence')
    .filter((text) => text.locale === locale)
    .map(({ key, body }) => ({ key, text: body }))
  if (lines.length === 0) return null
  const title = translate(locale, 'settingsPanel')('content.own')
  return <TextTable kind="sentence" title={title} lines={lines} locale={locale} />
}

type TableProps = Readonly<{
  kind: 'page' | 'mail' | 'sentence'
  title: string
  lines: readonly Line[]
  locale: Locale
}>

function TextTable({ kind, title, lines, locale }: TableProps) {
  const t = translate(locale, 'settingsPanel')
  const own = new Set(listContent(kind).map((text) => `${text.key} ${text.locale}`))
  const mark = (key: string, language: Locale) => t(own.has(`${key} ${language}`) ? 'content.own' : 'content.ours')
  return (
    <section className="panel-section" aria-label={title}>
      <header>
        <h2>{title}</h2>
      </header>
      <div className="scroll-x">
        <table className="sheet">
          <tbody>
            {lines.map(({ key, text }) => (
              <tr key={key}>
                <th scope="row">
                  {text}
                  <span className="before code">{key}</span>
                </th>
                {(['fr', 'en'] as const).map((language) => (
                  <td key={language}>
                    <a href={`/admin/content/${kind}/${encodeURIComponent(key)}?lang=${language}`}>
                      {t(`content.${language}`)}
                    </a>
                    <span className="before">{mark(key, language)}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
