import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { Time } from '../../components/admin/figures.tsx'
import { InboxFrame } from '../../components/admin/inbox-frame.tsx'
import { config, isDemo } from '../../lib/config/env.ts'
import { isLocale, preferredLocale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { listMails } from '../../lib/mail/mail-queries.ts'

export const dynamic = 'force-dynamic'

export default async function InboxPage({
  searchParams,
}: Readonly<{ searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> }>) {
  if (!isDemo()) notFound()
  const { lang } = await searchParams
  const locale = isLocale(lang) ? lang : preferredLocale((await headers()).get('accept-language') ?? undefined)
  const t = translate(locale, 'admin')
  const mails = listMails(200)
  return (
    <InboxFrame locale={locale} path="/inbox" title={t('inbox.title')}>
      <p className="meta mb-3">{config().smtpUrl === undefined ? t('inbox.intro') : t('inbox.introSmtp')}</p>
      {mails.length === 0 ? (
        <p>{t('inbox.none')}</p>
      ) : (
        <div className="scroll-x">
          <table className="sheet">
            <thead>
              <tr>
                <th scope="col">{t('inbox.subject')}</th>
                <th scope="col">{t('inbox.when')}</th>
              </tr>
            </thead>
            <tbody>
              {mails.map((mail) => (
                <tr key={mail.id}>
                  <th scope="row">
                    <a href={`/inbox/${mail.id}?lang=${locale}`} lang={mail.locale}>
                      {mail.subject}
                    </a>
                    <span className="before">
                      {t('inbox.to')} {mail.recipient}
                    </span>
                  </th>
                  <td>
                    <Time at={mail.createdAt} locale={locale} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </InboxFrame>
  )
}
