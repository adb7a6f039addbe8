import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { money } from '../../lib/money/money.ts'
import type { ChargeOpening } from '../../lib/providers/provider.ts'
import { amountWords, clockWords } from './checkout-words.ts'
import { CodeForm } from './code-form.tsx'
import { Countdown } from './countdown.tsx'
import { DialOpening } from './dial-opening.tsx'
import { QrCode } from './qr-code.tsx'
import { SmsOpening } from './sms-opening.tsx'
import type { Waiting } from './waiting.ts'

/** What the payer has to do next, and until when. */
export function WaitingPanel(props: Waiting) {
  const { charge, purchase, locale } = props
  const t = translate(locale, 'checkout')
  const deadline = t('pay.expiresAt', { time: clockWords(purchase.expiresAt, locale) })
  return (
    <section className="waiting" aria-labelledby="waiting-title">
      <header className="waiting-head">
        <h2 id="waiting-title">
          {t('pay.amountOnce', { price: amountWords(charge.billedMinor, purchase.currency, locale) })}
        </h2>
        {purchase.isExpired ? null : (
          <Countdown until={purchase.expiresAt} words={t('pay.expiresIn', { time: '{time}' })} fallback={deadline} />
        )}
      </header>
      <div className="waiting-body">
        <Opening {...props} />
      </div>
    </section>
  )
}

function Opening(props: Waiting) {
  const { charge, purchase, locale } = props
  const { opening } = charge
  const t = translate(locale, 'checkout')
  const price = money(charge.billedMinor, purchase.currency)
  if (opening === undefined) return <p>{t('pay.waitPay')}</p>
  switch (opening.kind) {
    case 'send_sms':
      return <SmsOpening opening={opening} price={price} isDemo={props.isDemo} locale={locale} />
    case 'dial':
      return <DialOpening opening={opening} price={price} waiting={props} />
    case 'redirect':
      return <GoOn href={opening.url} locale={locale} />
    case 'form_post':
      return <PostOn opening={opening} locale={locale} />
    case 'enter_code':
      return <EnterCode {...props} />
    case 'qr':
      return <Scan opening={opening} locale={locale} />
    default:
      return <p>{t('pay.waitPay')}</p>
  }
}

/** A code that the operator sent to the payer's telephone. */
function EnterCode({ purchase, from, problems, words, locale, isDemo }: Waiting) {
  const t = translate(locale, 'checkout')
  return (
    <>
      <p>{t('pay.otpSteps')}</p>
      <CodeForm
        purchaseId={purchase.id}
        labels={{ field: t('pay.otpField'), button: t('pay.otpButton') }}
        from={from}
        problems={problems}
        words={words}
        locale={locale}
      />
      {isDemo ? (
        <a className="demo-link" href="/simulator?app=messages" target="_blank" rel="noreferrer">
          {t('pay.demoMessages')}
        </a>
      ) : null}
    </>
  )
}

function GoOn({ href, locale }: Readonly<{ href: string; locale: Locale }>) {
  const t = translate(locale, 'checkout')
  return (
    <>
      <p>{t('pay.goOnHint')}</p>
      <a className="button button-access pay-button" href={href}>
        {t('pay.goOn')}
      </a>
    </>
  )
}

type FormPost = Readonly<{ opening: Extract<ChargeOpening, { kind: 'form_post' }>; locale: Locale }>

/** The company takes its payers by a form; the button posts it. */
function PostOn({ opening, locale }: FormPost) {
  const t = translate(locale, 'checkout')
  return (
    <form method="post" action={opening.action}>
      <p>{t('pay.goOnHint')}</p>
      {Object.entries(opening.fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="button button-access pay-button">
        {t('pay.goOn')}
      </button>
    </form>
  )
}

function Scan({ opening, locale }: Readonly<{ opening: Extract<ChargeOpening, { kind: 'qr' }>; locale: Locale }>) {
  const t = translate(locale, 'checkout')
  return (
    <>
      <QrCode text={opening.payload} label={t('pay.qrPay')} />
      {opening.url ? (
        <a className="button" href={opening.url}>
          {t('pay.openWallet')}
        </a>
      ) : null}
    </>
  )
}
