import type { Flash } from '../../lib/http/flash.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { Notice } from '../ui/notice.tsx'
import { CodeField, EmailField, PasswordField } from './account-field.tsx'
import { AccountForm } from './account-form.tsx'
import { PasskeyButton } from './passkey-button.tsx'
import { TotpSetUp } from './totp-set-up.tsx'

/** What every section of the security page is drawn with. */
export type SecurityPart = Readonly<{ locale: Locale; from: string; flash: Flash | undefined }>

export function PasswordSection({ hasPassword, ...part }: SecurityPart & Readonly<{ hasPassword: boolean }>) {
  const t = translate(part.locale, 'account')
  return (
    <section aria-labelledby="password">
      <h2 id="password">{t('security.password')}</h2>
      <p>{hasPassword ? t('security.passwordText') : t('security.noPassword')}</p>
      <AccountForm id="new-password" action="/api/v1/account/password" {...part}>
        <PasswordField form="new-password" flash={part.flash} locale={part.locale} isNew />
        <button type="submit" className="button button-quiet">
          {hasPassword ? t('security.passwordSubmit') : t('security.passwordAdd')}
        </button>
      </AccountForm>
    </section>
  )
}

export function EmailSection({ email, isSent, ...part }: SecurityPart & Readonly<{ email: string; isSent: boolean }>) {
  const t = translate(part.locale, 'account')
  const kind = { flash: part.flash, locale: part.locale }
  return (
    <section aria-labelledby="email">
      <h2 id="email">{t('security.email')}</h2>
      <p>{t('security.emailText', { email })}</p>
      {isSent ? (
        <AccountForm id="email-code" action="/api/v1/account/email/confirm" {...part}>
          <Notice tone="ok" role="status">
            <p>{t('security.emailSent')}</p>
          </Notice>
          <CodeField form="email-code" {...kind} />
          <button type="submit" className="button">
            {t('security.emailConfirm')}
          </button>
        </AccountForm>
      ) : (
        <AccountForm id="new-email" action="/api/v1/account/email" {...part}>
          <EmailField form="new-email" {...kind} label={t('security.emailNew')} />
          <button type="submit" className="button button-quiet">
            {t('security.emailSubmit')}
          </button>
        </AccountForm>
      )}
    </section>
  )
}

type Totp = Readonly<{
  activeSince: string | undefined
  offered: Readonly<{ secret: string; uri: string }> | undefined
}>

export function TotpSection({ activeSince, offered, ...part }: SecurityPart & Totp) {
  const t = translate(part.locale, 'account')
  return (
    <section aria-labelledby="totp">
      <h2 id="totp">{t('security.totp')}</h2>
      <p>{activeSince === undefined ? t('security.totpText') : t('security.totpOn', { date: activeSince })}</p>
      {activeSince === undefined ? (
        <TotpSetUp {...part} offered={offered} />
      ) : (
        <AccountForm id="totp-remove" action="/api/v1/account/totp/remove" {...part}>
          <button type="submit" className="button button-quiet">
            {t('security.totpRemove')}
          </button>
        </AccountForm>
      )}
    </section>
  )
}

export function BackupSection({ left, ...part }: SecurityPart & Readonly<{ left: number }>) {
  const t = translate(part.locale, 'account')
  return (
    <section aria-labelledby="backup">
      <h2 id="backup">{t('security.backup')}</h2>
      <p>{t('security.backupText', { count: left })}</p>
      <AccountForm id="backup-renew" action="/api/v1/account/backup-codes" {...part}>
        <button type="submit" className="button button-quiet">
          {t('security.backupRenew')}
        </button>
      </AccountForm>
    </section>
  )
}

export type PasskeyRow = Readonly<{ id: string; label: string; added: string; used: string | undefined }>

export function PasskeySection({ keys, ...part }: SecurityPart & Readonly<{ keys: readonly PasskeyRow[] }>) {
  const t = translate(part.locale, 'account')
  return (
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">{t('security.passkeys')}</h2>
      <p>{t('security.passkeysText')}</p>
      {keys.length === 0 ? <p className="meta">{t('security.passkeysNone')}</p> : null}
      <ul className="account-rows">
        {keys.map(({ id, label, added, used }) => (
          <li key={id}>
            <span>
              <b>{label}</b>{' '}
              <span className="meta">
                {t('security.passkeyAdded', { date: added })}
                {used === undefined ? '' : `, ${t('security.passkeyUsed', { date: used })}`}
              </span>
            </span>
            <AccountForm
              id="passkey-remove"
              action="/api/v1/account/passkeys/remove"
              {...part}
              hidden={{ passkey: id }}
            >
              <button type="submit" className="button-bare" aria-label={t('security.passkeyRemove', { label })}>
                {t('security.remove')}
              </button>
            </AccountForm>
          </li>
        ))}
      </ul>
      <PasskeyButton
        purpose="add"
        action="/api/v1/account/passkeys"
        label={t('security.passkeyAdd')}
        words={{ refused: t('problem.passkey'), cancelled: t('problem.passkeyCancelled') }}
        locale={part.locale}
        confirmAt={part.from}
      />
      <noscript>
        <p className="meta">{t('security.passkeyScript')}</p>
      </noscript>
    </section>
  )
}
