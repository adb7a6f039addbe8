import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { FactList } from '../../../components/admin/fact-list.tsx'
import { Time } from '../../../components/admin/figures.tsx'
import { InboxFrame } from '../../../components/admin/inbox-frame.tsx'
import { isDemo } from '../../../lib/config/env.ts'
import { isLocale, preferredLocale } from '../../../lib/i18n/locales.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import { findMail } from '../../../lib/mail/mail-queries.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{
  params: Promise<{ id: string }>
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}>

export default async function MailPage({ params, searchParams }: Props) {
  if (!isDemo()) notFound()
  const mail = findMail((await params).id)
  if (!mail) notFound()
  const { lang } = await searchParams
  const locale = isLocale(lang) ? lang : preferredLocale((await headers()).get('accept-language') ?? undefined)
  const t = translate(locale, 'admin')
  return (
    <InboxFrame locale={locale} path={`/inbox/${mail.id}`} title={mail.subject}>
      <FactList
        facts={[
          [t('inbox.to'), mail.recipient],
          [t('inbox.when'), <Time key="when" at={mail.createdAt} locale={locale} />],
        ]}
      />
      <pre className="letter mt-3" lang={mail.locale}>
        <Linked text={mail.text} />
      </pre>
      <p className="mt-3">
        <a href={`/inbox?lang=${locale}`}>{t('inbox.back')}</a>
      </p>
    </InboxFrame>
  )
}

/** The text as it is, its addresses made links, as mail readers do. */
function Linked({ text }: Readonly<{ text: string }>) {
  return text.split(/(https?:\/\/[^\s]+)/).map((part, at) =>
    part.startsWith('http') ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move.
      <a key={at} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  )
}
