import type { Flash } from '../../lib/http/flash.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { Notice } from '../ui/notice.tsx'

/** Greets a form whose sender has just proved who she is: she sends it again. */
export function Confirmed({ flash, locale }: Readonly<{ flash: Flash | undefined; locale: Locale }>) {
  if (flash?.code !== 'confirmed') return null
  return (
    <Notice tone="ok" role="status">
      <p>{translate(locale, 'account')('confirm.confirmed')}</p>
    </Notice>
  )
}
