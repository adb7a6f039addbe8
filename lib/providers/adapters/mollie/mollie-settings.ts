import { z } from 'zod'
import { onOwnSite, readSettings, secureAddressOrOwnPath, UnusableAccount } from '../../account-settings.ts'
import type { AccountContext, SettingsDescription } from '../../provider.ts'
import { allowedAddressesField, secretField, settingField } from '../../setting-fields.ts'

const keyLength = 20
const usualBase = 'https://api.mollie.com'

const shape = z.object({
  baseUrl: secureAddressOrOwnPath('the address of the interface').default(usualBase),
  apiKey: z.string('a key that begins with live_ or test_').regex(/^(test|live)_\w+$/, 'begins with live_ or test_'),
  methods: z
    .string()
    .regex(/^[a-z_]+(\s*,\s*[a-z_]+)*$/, 'names of methods separated by commas')
    .optional(),
})

export type MollieSettings = Readonly<z.output<typeof shape>>

/** @throws UnusableAccount when a setting is missing, the key protects nothing, or is of the other mode. */
export function mollieSettings(account: AccountContext): MollieSettings {
  const settings = readSettings(account, shape, { apiKey: keyLength })
  if (!settings.apiKey.startsWith(`${account.mode}_`)) {
    throw new UnusableAccount(account.accountId, `apiKey: not a key for ${account.mode} mode.`)
  }
  return { ...settings, baseUrl: onOwnSite(settings.baseUrl, account).replace(/\/+$/, '') }
}

export const mollieSettingsDescription: SettingsDescription = {
  fields: [
    secretField(
      'apiKey',
      { fr: 'Clé d’API', en: 'API key' },
      { minLength: keyLength, pattern: '(test|live)_.+', placeholder: 'live_…' },
    ),
    settingField(
      'methods',
      { fr: 'Moyens de paiement', en: 'Payment methods' },
      {
        isOptional: true,
        placeholder: 'creditcard, bancontact, paysafecard',
        help: {
          fr: 'Séparés par des virgules ; vide : tous ceux du profil.',
          en: 'Separated by commas; empty: all of the profile’s.',
        },
      },
    ),
    settingField(
      'baseUrl',
      { fr: 'Adresse de l’interface', en: 'Interface address' },
      { isOptional: true, placeholder: usualBase },
    ),
    allowedAddressesField,
  ],
  whatToPaste: [
    {
      where: {
        fr: 'Rien à recopier : chaque paiement indique son adresse de rappel, qui doit être joignable de l’extérieur :',
        en: 'Nothing to paste: each payment names its callback address, which must be reachable from outside:',
      },
      value: '{callbackUrl}',
    },
  ],
  howToTest: {
    fr: 'Un compte en mode test avec une clé test_ ; la page de Mollie demande alors comment le paiement doit finir.',
    en: 'An account in test mode with a test_ key; Mollie’s page then asks how the payment should end.',
  },
}
