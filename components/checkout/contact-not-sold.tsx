import type { AdForSale } from '../../lib/ads/sale-queries.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { laterWord, pathTo } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { Notice } from '../ui/notice.tsx'

type Props = Readonly<{ kind: 'own_ad' | 'unavailable' | 'unconfirmed'; ad: AdForSale; locale: Locale }>

/** Why nobody is asked to pay here. */
export function ContactNotSold({ kind, ad, locale }: Props) {
  const t = translate(locale, 'checkout')
  if (kind === 'own_ad') {
    return (
      <Notice>
        <h2>{t('ownAdTitle')}</h2>
        <p>{t('ownAdText')}</p>
      </Notice>
    )
  }
  if (kind === 'unconfirmed') {
    const words = translate(locale, 'ad')
    return (
      <Notice tone="warn">
        <h2>{words('unconfirmedTitle')}</h2>
        <p>{words('unconfirmedText')}</p>
        <p>
          <a href={pathTo(locale, 'my-access', laterWord(locale, 'recover'))}>{t('unavailableAccess')}</a>
        </p>
      </Notice>
    )
  }
  return (
    <Notice>
      <h2>{t(ad.status === 'sold' ? 'soldTitle' : 'expiredTitle')}</h2>
      <p>{t('unavailableText')}</p>
      <p>
        <a href={pathTo(locale, 'my-access', laterWord(locale, 'recover'))}>{t('unavailableAccess')}</a>
      </p>
    </Notice>
  )
}
