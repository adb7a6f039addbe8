import { describe, expect, test } from 'vitest'
import { locales } from '../../lib/i18n/locales.ts'
import { messages } from '../../lib/i18n/messages/fr/index.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatMoney } from '../../lib/money/format-money.ts'
import { eur } from '../../lib/money/money.ts'
import { gsmLength, gsmText } from '../../lib/providers/gsm-text.ts'

const keys = Object.keys(messages.sms) as (keyof typeof messages.sms)[]

describe.each(locales)('texts in %s', (locale) => {
  const values = {
    site: 'Sortie de Grange',
    publisher: 'SARL Le Carreau, Moulins',
    help: 'aide@carreau.example',
    ref: 'K7P204',
    price: formatMoney(eur(150), locale),
    code: 'K7P2-04XY-8M3T-9QRS-V',
    received: 'VIOR K7P204XY',
    as: 'VOIR K7P2-04XY',
  }

  test.each(keys)('%s fits one message and every telephone', (key) => {
    const words = gsmText(translate(locale, 'sms')(key, values))
    expect(words).not.toContain('?')
    expect(words).not.toContain('{')
    expect(gsmLength(words)).toBeLessThanOrEqual(160)
  })
})
