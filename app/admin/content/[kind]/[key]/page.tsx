import { notFound } from 'next/navigation'
import { FormProblems, formState, PanelForm, TextArea, TextInput } from '../../../../../components/admin/form-kit.tsx'
import { Panel } from '../../../../../components/admin/panel.tsx'
import { Markdown } from '../../../../../components/layout/markdown.tsx'
import { Breadcrumbs } from '../../../../../components/ui/breadcrumbs.tsx'
import { Notice } from '../../../../../components/ui/notice.tsx'
import { ownSentenceKeys } from '../../../../../lib/content/content.ts'
import { findContent } from '../../../../../lib/content/content-queries.ts'
import { requireStaff } from '../../../../../lib/http/require-staff.ts'
import { staffForm } from '../../../../../lib/http/staff-form.ts'
import { type Locale, localeOr } from '../../../../../lib/i18n/locales.ts'
import { pathTo } from '../../../../../lib/i18n/paths.ts'
import { textNames } from '../../../../../lib/i18n/texts/text-page.ts'
import { textMarkdown, textPage } from '../../../../../lib/i18n/texts/texts.ts'
import { translate } from '../../../../../lib/i18n/translator.ts'
import { defaultMailText, mailKeys, placeholdersOf } from '../../../../../lib/mail/mail-text.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{
  params: Promise<{ kind: string; key: string }>
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}>
type Ours = Readonly<{ kind: 'page' | 'mail' | 'sentence'; title: string | undefined; body: string }>

/** One text: the operator's beside ours, and with pages what it becomes. */
export default async function ContentTextPage({ params, searchParams }: Props) {
  const { kind, key: encoded } = await params
  const key = decodeURIComponent(encoded)
  const own = `/admin/content/${kind}/${encodeURIComponent(key)}`
  const member = await requireStaff({ ability: 'change_settings', path: own })
  const { flash, query } = await staffForm(searchParams)
  const language = localeOr(query('lang') ?? flash?.values['lang'])
  const ours = oursOf(kind, { key, language })
  if (!ours) notFound()
  const { locale } = member
  const t = translate(locale, 'settingsPanel')
  const kept = findContent(ours.kind, key, language)
  const state = formState(flash, { locale, form: 'content' })
  const body = state.values['body'] ?? kept?.body ?? ours.body
  const path = `${own}?lang=${language}`
  const done = (['saved', 'resetDone'] as const).find((answer) => answer === query('done'))
  return (
    <Panel member={member} section="content" path={path} title={ours.title ?? key}>
      <Breadcrumbs
        label={translate(locale, 'admin')('nav.trail')}
        crumbs={[{ label: t('content.title'), href: '/admin/content' }, { label: key }]}
      />
      <div className="panel-head">
        <h1>{ours.title ?? key}</h1>
        {ours.kind === 'page' ? (
          <a href={pathTo(language, textNames.find((name) => name === key) ?? 'help')}>{t('content.view')}</a>
        ) : null}
      </div>
      <nav className="tabs" aria-label={t('content.language')}>
        {(['fr', 'en'] as const).map((one) => (
          <a key={one} href={`${own}?lang=${one}`} aria-current={one === language ? 'page' : undefined}>
            {t(`content.${one}`)}
          </a>
        ))}
      </nav>
      {done ? (
        <Notice tone="ok" role="status">
          <p>{t(`content.${done}`)}</p>
        </Notice>
      ) : null}
      <div className="text-pair">
        <PanelForm action="/api/v1/admin/content" from={path} form="content">
          <FormProblems state={state} labels={{ body: t('content.body'), title: t('content.heading') }} />
          <input type="hidden" name="kind" value={ours.kind} />
          <input type="hidden" name="key" value={key} />
          <input type="hidden" name="lang" value={language} />
          {ours.title === undefined ? null : (
            <TextInput
              state={state}
              name="title"
              label={t(ours.kind === 'mail' ? 'content.subject' : 'content.heading')}
              value={kept?.title ?? ours.title}
              maxLength={200}
              lang={language}
              className="span"
            />
          )}
          <TextArea
            state={state}
            name="body"
            label={t(
              ours.kind === 'page' ? 'content.body' : ours.kind === 'mail' ? 'content.mailBody' : 'content.sentence',
            )}
            hint={ours.kind === 'page' ? t('content.bodyHint') : placeholderHint(ours, locale)}
            value={kept?.body ?? ours.body}
            rows={ours.kind === 'sentence' ? 4 : 22}
            lang={language}
            className="span"
          />
          <p className="form-actions">
            <button type="submit" className="button">
              {translate(locale, 'forms')('save')}
            </button>
            {kept ? (
              <button type="submit" className="button button-quiet" name="reset" value="on">
                {t('content.reset')}
              </button>
            ) : null}
          </p>
        </PanelForm>
        <section aria-label={t(ours.kind === 'page' ? 'content.preview' : 'content.ourText')}>
          <h2>{t(ours.kind === 'page' ? 'content.preview' : 'content.ourText')}</h2>
          {ours.kind === 'page' ? (
            <div className="prose panel" lang={language}>
              <Markdown text={body} />
            </div>
          ) : (
            <div className="text-ours" lang={language}>
              {ours.body}
            </div>
          )}
        </section>
      </div>
    </Panel>
  )
}

function oursOf(kind: string, { key, language }: Readonly<{ key: string; language: Locale }>): Ours | undefined {
  if (kind === 'page') {
    const name = textNames.find((known) => known === key)
    const text = name && textPage(language, name)
    return text && { kind, title: text.title, body: textMarkdown(text) }
  }
  if (kind === 'mail') {
    const name = mailKeys.find((known) => known === key)
    const text = name && defaultMailText(name, language)
    return text && { kind, title: text.subject, body: text.body }
  }
  const body = kind === 'sentence' ? ownSentenceKeys()[language].get(key) : undefined
  return body === undefined ? undefined : { kind: 'sentence', title: undefined, body }
}

function placeholderHint(ours: Ours, locale: Locale): string {
  const t = translate(locale, 'settingsPanel')
  const names = placeholdersOf(`${ours.title ?? ''}\n${ours.body}`).map((name) => `{${name}}`)
  return names.length === 0 ? t('content.noPlaceholders') : t('content.placeholders', { list: names.join(', ') })
}
