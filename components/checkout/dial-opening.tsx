import { translate } from '../../lib/i18n/translator.ts'
import type { Money } from '../../lib/money/money.ts'
import type { ChargeOpening } from '../../lib/providers/provider.ts'
import { spacedNumber } from '../../lib/telephony/telephone.ts'
import { CodeForm } from './code-form.tsx'
import { PremiumNumber } from './premium-number.tsx'
import type { Waiting } from './waiting.ts'

type Props = Readonly<{ opening: Extract<ChargeOpening, { kind: 'dial' }>; price: Money; waiting: Waiting }>

/** The number to call, then either digits to key in or a code to hear and type here. */
export function DialOpening({ opening, price, waiting }: Props) {
  const { locale, charge, purchase, isDemo } = waiting
  const t = translate(locale, 'checkout')
  const { number, keyIn } = opening
  const dialled = number.replace(/[^\d+]/g, '')
  return (
    <>
      <p className="say">
        {t('pay.callWord')} <PremiumNumber kind="call" number={number} price={price} locale={locale} />
        {keyIn ? (
          <>
            {t('pay.keyInWord')} <strong className="say-code">{keyIn}</strong>
          </>
        ) : null}
      </p>
      <a className="button by-touch" href={`tel:${dialled}`}>
        {t('pay.openCall', { number: spacedNumber(number) })}
      </a>
      {isDemo ? (
        <a
          className="demo-link"
          href={`/simulator?app=phone&number=${encodeURIComponent(dialled)}`}
          target="_blank"
          rel="noreferrer"
        >
          {t('pay.demoMessages')}
        </a>
      ) : null}
      {keyIn ? <p>{t('pay.keyInSteps')}</p> : null}
      {charge.takesCode && !keyIn ? (
        <>
          <p>{t('pay.callSteps')}</p>
          <CodeForm
            purchaseId={purchase.id}
            labels={{ field: t('pay.codeField'), button: t('pay.codeButton') }}
            from={waiting.from}
            problems={waiting.problems}
            words={waiting.words}
            locale={locale}
          />
        </>
      ) : null}
    </>
  )
}
