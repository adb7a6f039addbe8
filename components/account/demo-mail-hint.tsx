import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'

/** Where mails are read in a demonstration. */
export function DemoMailHint({ locale }: Readonly<{ locale: Locale }>) {
  return (
    <p className="meta">
      {translate(locale, 'account').rich('signIn.demoMail', {
        link: (words) => <a href={`/inbox?lang=${locale}`}>{words}</a>,
      })}
    </p>
  )
}
