import { z } from 'zod'
import { currencies } from '../../../money/money.ts'
import { onOwnSite, readSettings, secureAddressOrOwnPath } from '../../account-settings.ts'
import type { AccountContext, SettingsDescription } from '../../provider.ts'
import { allowedAddressesField, secretField, settingField } from '../../setting-fields.ts'

const keyLength = 20
const usualBases = { live: 'https://api.paysafecard.com/v1', test: 'https://apitest.paysafecard.com/v1' } as const
/** The addresses that notifications come from, as the published description lists them. */
const notifiers =
  '18.197.120.90, 18.158.237.76, 3.64.155.76, 3.76.4.148, 3.127.123.143, 176.34.172.250, 54.228.173.185, 52.48.213.182, 18.200.202.144'

const shape = z.object({
  baseUrl: secureAddressOrOwnPath('the address of the interface').optional(),
  apiKey: z.string('the key, psc_…'),
  merchantId: z.string('the merchant ID').regex(/^\d{10}$/, 'ten digits'),
  currency: z.enum(currencies),
  submerchantId: z
    .string()
    .regex(/^[A-Za-z0-9]{1,8}$/, 'up to eight letters and digits')
    .optional(),
})

export type PaysafecardSettings = Readonly<z.output<typeof shape>> & Readonly<{ baseUrl: string }>

/** @throws UnusableAccount when a setting is missing or the key protects nothing. */
export function paysafecardSettings(account: AccountContext): PaysafecardSettings {
  const settings = readSettings(account, shape, { apiKey: keyLength })
  const baseUrl = onOwnSite(settings.baseUrl ?? usualBases[account.mode], account).replace(/\/+$/, '')
  return { ...settings, baseUrl }
}

export const paysafecardSettingsDescription: SettingsDescription = {
  fields: [
    settingField('merchantId', { fr: 'Identifiant marchand (MID)', en: 'Merchant ID (MID)' }, { pattern: '\\d{10}' }),
    secretField('apiKey', { fr: 'Clé d’API', en: 'API key' }, { minLength: keyLength, placeholder: 'psc_…' }),
    settingField('currency', { fr: 'Monnaie', en: 'Currency' }, { choices: currencies, pattern: currencies.join('|') }),
    settingField(
      'submerchantId',
      { fr: 'Sous-marchand', en: 'Sub-merchant' },
      {
        isOptional: true,
        help: { fr: 'Seulement s’il est convenu avec paysafecard.', en: 'Only when agreed with paysafecard.' },
      },
    ),
    settingField(
      'baseUrl',
      { fr: 'Adresse de l’interface', en: 'Interface address' },
      {
        isOptional: true,
        placeholder: usualBases.live,
        help: { fr: `En mode test : ${usualBases.test}`, en: `In test mode: ${usualBases.test}` },
      },
    ),
    {
      ...allowedAddressesField,
      placeholder: notifiers,
      help: {
        fr: `Les notifications ne sont pas signées. Celles de paysafecard : ${notifiers}`,
        en: `Notifications are not signed. Those of paysafecard: ${notifiers}`,
      },
    },
  ],
  whatToPaste: [
    {
      where: {
        fr: 'Rien à recopier : chaque paiement indique son adresse de notification. Faites inscrire l’adresse de ce serveur chez paysafecard. À déclarer si on vous la demande :',
        en: 'Nothing to paste: each payment names its notification address. Have this server’s address listed at paysafecard. To be declared if asked for:',
      },
      value: '{callbackUrl}',
    },
  ],
  howToTest: {
    fr: 'Un compte en mode test avec une clé du système d’essai ; paysafecard remet des codes PIN d’essai.',
    en: 'An account in test mode with a key of the test system; paysafecard hands out test PINs.',
  },
}
