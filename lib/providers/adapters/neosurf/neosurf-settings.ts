import { z } from 'zod'
import { onOwnSite, readSettings, secureAddressOrOwnPath } from '../../account-settings.ts'
import type { AccountContext, SettingsDescription } from '../../provider.ts'
import { allowedAddressesField, previousSecretField, secretField, settingField } from '../../setting-fields.ts'

const secretLength = 16
const usualBase = 'https://pay.neosurf.com/'

const shape = z.object({
  baseUrl: secureAddressOrOwnPath('the address of the payment page').default(usualBase),
  merchantId: z.string('the merchant ID').regex(/^\d{1,12}$/, 'digits only'),
  secret: z.string('the secret key'),
  previousSecret: z.string().optional(),
  subMerchantId: z
    .string()
    .regex(/^[\w.-]{1,60}$/, 'the name of a site')
    .optional(),
  prohibitedForMinors: z.enum(['yes', 'no'], 'either yes or no').default('no'),
})

export type NeosurfSettings = Readonly<z.output<typeof shape>>

/** @throws UnusableAccount when a setting is missing or the secret protects nothing. */
export function neosurfSettings(account: AccountContext): NeosurfSettings {
  const settings = readSettings(account, shape, { secret: secretLength, previousSecret: secretLength })
  return { ...settings, baseUrl: onOwnSite(settings.baseUrl, account) }
}

export const neosurfSettingsDescription: SettingsDescription = {
  fields: [
    settingField('merchantId', { fr: 'Identifiant marchand', en: 'Merchant ID' }, { pattern: '\\d{1,12}' }),
    secretField('secret', { fr: 'Clé secrète', en: 'Secret key' }, { minLength: secretLength }),
    previousSecretField(secretLength),
    settingField(
      'subMerchantId',
      { fr: 'Sous-marchand', en: 'Sub-merchant' },
      { isOptional: true, placeholder: 'annonces.example' },
    ),
    settingField(
      'prohibitedForMinors',
      { fr: 'Interdit aux mineurs', en: 'Prohibited for minors' },
      { isOptional: true, choices: ['yes', 'no'], pattern: 'yes|no' },
    ),
    settingField(
      'baseUrl',
      { fr: 'Adresse de la page de paiement', en: 'Address of the payment page' },
      { isOptional: true, placeholder: usualBase },
    ),
    allowedAddressesField,
  ],
  whatToPaste: [
    {
      where: {
        fr: 'Rien à recopier : chaque paiement indique son adresse de rappel. À déclarer si on vous la demande :',
        en: 'Nothing to paste: each payment names its callback address. To be declared if asked for:',
      },
      value: '{callbackUrl}',
    },
  ],
  howToTest: {
    fr: 'Un compte en mode test : les paiements portent alors test=yes ; Neosurf remet des codes d’essai.',
    en: 'An account in test mode: payments then carry test=yes; Neosurf hands out test codes.',
  },
}
