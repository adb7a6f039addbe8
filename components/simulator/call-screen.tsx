import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { CallView } from '../../lib/simulator/call-view.ts'
import { Field } from '../ui/field.tsx'
import { spaced } from './call-app.tsx'
import { CallProgress } from './call-progress.tsx'

/** A call going on, or one that is over. Without JavaScript its buttons and a reload show how it goes on. */
export function CallScreen({ locale, call }: Readonly<{ locale: Locale; call: CallView }>) {
  const t = translate(locale, 'simulator')
  const isGoingOn = call.state === 'announcement' || call.state === 'code'
  const title =
    call.state === 'refused'
      ? t('callRefused')
      : isGoingOn
        ? t('calling', { number: spaced(call.number) })
        : t('callOver')
  return (
    <>
      <h2>{title}</h2>
      <CallProgress call={call} label={t('transcript')} />
      {call.asksDigits ? (
        <form method="post" action={`/simulator/api/calls/${call.id}`} className="phone-form">
          <Field name="digits" label={t('digitsLabel')} inputMode="numeric" required autoComplete="off" />
          <button type="submit" name="action" value="key" className="button">
            {t('keyThemIn')}
          </button>
        </form>
      ) : null}
      <form method="post" action={`/simulator/api/calls/${call.id}`} className="phone-buttons">
        {isGoingOn ? (
          <>
            <button type="submit" name="action" value="hang_up" className="button">
              {t('hangUp')}
            </button>
            <button type="submit" name="action" value="listen" className="button button-quiet">
              {t('listenOn')}
            </button>
          </>
        ) : (
          <a className="button button-quiet" href={`/simulator?app=phone&number=${encodeURIComponent(call.number)}`}>
            {t('callAgain')}
          </a>
        )}
      </form>
    </>
  )
}
