import type { AdCard } from '../../lib/ads/ads.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { Stub } from '../ui/stub.tsx'
import { costWords } from './ad-words.ts'

/** What an ad's contact costs, or that it is no longer sold. */
export function AdStub({ ad, locale }: Readonly<{ ad: AdCard; locale: Locale }>) {
  const t = translate(locale, 'ad')
  if (ad.status !== 'published') return <Stub tone="over" what={t(ad.status === 'sold' ? 'sold' : 'expired')} />
  return (
    <Stub
      tone={ad.reveal.kind === 'free' ? 'free' : 'paid'}
      what={t('contact')}
      cost={costWords(ad, locale)}
      isMarkable
    />
  )
}
