import '../../../../styles/account.css'
import { CardsSection } from '../../../../../components/account/cards-section.tsx'
import {
  BackupSection,
  EmailSection,
  PasskeySection,
  PasswordSection,
  TotpSection,
} from '../../../../../components/account/security-sections.tsx'
import { SessionsSection } from '../../../../../components/account/sessions-section.tsx'
import { CheckoutPage } from '../../../../../components/checkout/checkout-page.tsx'
import { Notice } from '../../../../../components/ui/notice.tsx'
import { dateText } from '../../../../../lib/accounts/accounts.ts'
import { findOfferedTotp } from '../../../../../lib/accounts/set-up-totp.ts'
import { countBackupCodes } from '../../../../../lib/auth/backup-codes-queries.ts'
import { listPasskeys } from '../../../../../lib/auth/passkeys-queries.ts'
import { isSessionLive } from '../../../../../lib/auth/session.ts'
import { listSessions } from '../../../../../lib/auth/session-queries.ts'
import { isDemo } from '../../../../../lib/config/env.ts'
import { authMetadata, authPage } from '../../../../../lib/http/auth-page.ts'
import type { PrivatePageProps } from '../../../../../lib/http/page-visitor.ts'
import { requireMemberPage } from '../../../../../lib/http/require-member-page.ts'
import type { Locale } from '../../../../../lib/i18n/locales.ts'
import { pathTo, securityPath } from '../../../../../lib/i18n/paths.ts'
import { translate } from '../../../../../lib/i18n/translator.ts'
import type { MemberSession } from '../../../../../lib/members/find-member.ts'
import { isStaff } from '../../../../../lib/members/member.ts'
import { findAccountFacts, findTotp } from '../../../../../lib/members/members-queries.ts'
import { listInstruments } from '../../../../../lib/providers/instruments-queries.ts'

export const dynamic = 'force-dynamic'

export function generateMetadata(props: PrivatePageProps) {
  return authMetadata(props, (t) => t('security.title'))
}

export default async function SecurityPage(props: PrivatePageProps) {
  const { locale, flash, query, now } = await authPage(props)
  const from = securityPath(locale)
  const found = await requireMemberPage({ locale, path: from })
  const { member } = found
  const t = translate(locale, 'account')
  const part = { locale, from, flash }
  const { confirmedAt } = findTotp(member.id)
  const activeSince = confirmedAt === null ? undefined : dateText(confirmedAt, locale)
  const keys = listPasskeys(member.id)
  const back = { href: pathTo(locale, 'dashboard'), label: t('dashboard.back') }
  const isSent = query('sent') === 'email' || flash?.values['form'] === 'email-code'
  return (
    <CheckoutPage title={t('security.title')} intro={t('security.intro')} back={back}>
      <Done done={flash?.code === 'invalid_input' ? undefined : query('done')} locale={locale} />
      {flash?.code === 'backup_codes' ? <FreshCodes codes={flash.values['backup'] ?? ''} locale={locale} /> : null}
      {isStaff(member) && isDemo() ? (
        <Notice>
          <p>{t('security.demoStaff')}</p>
        </Notice>
      ) : null}
      <div className="choices">
        <PasswordSection {...part} hasPassword={findAccountFacts(member.id).hasPassword} />
        <EmailSection {...part} email={member.email} isSent={isSent} />
        <TotpSection {...part} activeSince={activeSince} offered={findOfferedTotp(member)} />
        <PasskeySection
          {...part}
          keys={keys.map(({ id, label, createdAt, usedAt }) => ({
            id,
            label,
            added: dateText(createdAt, locale),
            used: usedAt === null ? undefined : dateText(usedAt, locale),
          }))}
        />
        {activeSince === undefined && keys.length === 0 ? null : (
          <BackupSection {...part} left={countBackupCodes(member.id)} />
        )}
        <CardsSection {...part} cards={cardLines(member.id, locale)} />
        <SessionsSection {...part} sessions={sessionLines(found, { now, locale })} />
      </div>
    </CheckoutPage>
  )
}

function cardLines(memberId: string, locale: Locale) {
  const tag = locale === 'en' ? 'en-GB' : 'fr-FR'
  const added = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'Europe/Paris' })
  const month = new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return listInstruments(memberId).map(({ id, label, createdAt, expiresAt }) => ({
    id,
    label,
    added: added.format(createdAt),
    // The card ends with its last month, which begins the one named by `expiresAt`.
    until: expiresAt === null ? undefined : month.format(expiresAt - 1),
  }))
}

function sessionLines(
  { member, session: own }: MemberSession,
  { now, locale }: Readonly<{ now: number; locale: Locale }>,
) {
  const kind = isStaff(member) ? 'staff' : 'member'
  return listSessions(member.id)
    .filter((session) => isSessionLive(session, kind, now))
    .map(({ idHash, device, seenAt }) => ({
      id: idHash,
      device: device ?? undefined,
      seen: dateText(seenAt, locale),
      isThis: idHash === own.idHash,
    }))
}

const doneWords = {
  password: 'passwordDone',
  email: 'emailDone',
  totp: 'totpDone',
  'totp-removed': 'totpRemoved',
  passkey: 'passkeyDone',
  'passkey-removed': 'passkeyRemoved',
  'card-forgotten': 'cardForgotten',
  sessions: 'sessionsDone',
} as const

function Done({ done, locale }: Readonly<{ done: string | undefined; locale: Locale }>) {
  const key = Object.entries(doneWords).find(([name]) => name === done)?.[1]
  if (key === undefined) return null
  return (
    <Notice tone="ok" role="status">
      <p>{translate(locale, 'account')(`security.${key}`)}</p>
    </Notice>
  )
}

function FreshCodes({ codes, locale }: Readonly<{ codes: string; locale: Locale }>) {
  return (
    <Notice tone="warn" role="status">
      <p>{translate(locale, 'account')('security.backupShown')}</p>
      <ul className="backup-codes">
        {codes.split(' ').map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </Notice>
  )
}
