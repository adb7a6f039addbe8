import type { Locale } from '../../lib/i18n/locales.ts'
import { laterWord, pathTo } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { RecoveryCode } from './recovery-code.tsx'

type Props = Readonly<{
  purchaseId: string | null
  recoveryCode: string | null
  /** Where to complain: the publisher's address, empty while unknown. */
  complaints: string
  locale: Locale
}>

/** What comes with a contact: the code that finds it again, the receipt, and what to do when the number is wrong. */
export function OpenExtras({ purchaseId, recoveryCode, complaints, locale }: Props) {
  const t = translate(locale, 'checkout')
  if (purchaseId === null || recoveryCode === null) return <p className="meta">{t('open.freeGiven')}</p>
  return (
    <div className="extras">
      <section>
        <h2>{t('open.later')}</h2>
        <RecoveryCode code={recoveryCode} locale={locale} />
        <p className="meta">
          {t('open.laterText')}{' '}
          <a href={pathTo(locale, 'my-access', laterWord(locale, 'recover'))}>{t('open.laterLink')}</a>
        </p>
        <p>
          <a href={pathTo(locale, 'receipt', purchaseId)}>{t('open.receipt')}</a>
        </p>
      </section>
      {complaints === '' ? null : (
        <section>
          <h2>{t('open.wrong')}</h2>
          <p className="meta">{t('open.wrongText', { contact: complaints })}</p>
        </section>
      )}
    </div>
  )
}
