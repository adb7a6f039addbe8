import type { Flash } from '../../lib/http/flash.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { QrCode } from '../checkout/qr-code.tsx'
import { CodeField } from './account-field.tsx'
import { AccountForm } from './account-form.tsx'

type Props = Readonly<{
  locale: Locale
  from: string
  next?: string
  flash: Flash | undefined
  /** The secret that waits for its first code; absent before one was asked for. */
  offered: Readonly<{ secret: string; uri: string }> | undefined
}>

/** Adding an authenticator app: ask for a secret, photograph it, prove it with a code. */
export function TotpSetUp({ locale, from, next, flash, offered }: Props) {
  const t = translate(locale, 'account')
  if (!offered)
    return (
      <AccountForm id="totp-start" action="/api/v1/account/totp" locale={locale} from={from} next={next} flash={flash}>
        <button type="submit" className="button button-quiet">
          {t('security.totpStart')}
        </button>
      </AccountForm>
    )
  return (
    <div className="totp-set-up">
      <p>{t('security.totpScan')}</p>
      <QrCode text={offered.uri} label={t('security.totpQr')} />
      <p>
        <span className="meta">{t('security.totpKey')}</span>{' '}
        <span className="code">{offered.secret.replace(/(.{4})(?=.)/g, '$1 ')}</span>
      </p>
      <AccountForm id="totp" action="/api/v1/account/totp/confirm" locale={locale} from={from} flash={flash}>
        <CodeField form="totp" flash={flash} locale={locale} label={t('security.totpCode')} />
        <button type="submit" className="button">
          {t('security.totpConfirm')}
        </button>
      </AccountForm>
    </div>
  )
}
