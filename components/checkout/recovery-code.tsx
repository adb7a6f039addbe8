import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { groupCode } from '../../lib/ids/crockford.ts'
import { CopyButton } from './copy-button.tsx'

/** The code of a receipt, in groups for the eye. */
export function RecoveryCode({ code, locale }: Readonly<{ code: string; locale: Locale }>) {
  const common = translate(locale, 'common')
  return (
    <p className="recovery">
      <span className="recovery-code">{groupCode(code)}</span>
      <CopyButton text={groupCode(code)} label={common('copy')} copied={common('copied')} />
    </p>
  )
}
