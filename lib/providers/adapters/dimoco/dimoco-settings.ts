import { z } from 'zod'
import { currencies } from '../../../money/money.ts'
import { addressOrOwnPath, onOwnSite, readSettings } from '../../account-settings.ts'
import type { AccountContext, SettingsDescription } from '../../provider.ts'
import { allowedAddressesField, previousSecretField, secretField, settingField } from '../../setting-fields.ts'

const secretLength = 16
const usualBase = 'https://services.dimoco.at/smart/payment'

const shape = z.object({
  baseUrl: addressOrOwnPath('the address of the payment interface').default(usualBase),
  merchant: z.string('the merchant').min(1).max(60),
  secret: z.string('the password'),
  previousSecret: z.string().optional(),
  serviceName: z.string('what the bill shows').min(1).max(50),
  currency: z.enum(currencies),
  payerHosts: z.string().optional(),
})

export type DimocoSettings = Readonly<z.output<typeof shape>>

/** @throws UnusableAccount when a setting is missing or the password protects nothing. */
export function dimocoSettings(account: AccountContext): DimocoSettings {
  const settings = readSettings(account, shape, { secret: secretLength, previousSecret: secretLength })
  return { ...settings, baseUrl: onOwnSite(settings.baseUrl, account) }
}

export const dimocoSettingsDescription: SettingsDescription = {
  fields: [
    settingField('merchant', { fr: 'Marchand', en: 'Merchant' }),
    secretField('secret', { fr: 'Mot de passe', en: 'Password' }, { minLength: secretLength }),
    previousSecretField(secretLength),
    settingField(
      'serviceName',
      { fr: 'Nom du service', en: 'Service name' },
      {
        help: {
          fr: 'Cinquante caractères, tels qu’ils figurent sur la facture.',
          en: 'Fifty characters, as the bill shows them.',
        },
      },
    ),
    settingField('currency', { fr: 'Monnaie', en: 'Currency' }, { choices: currencies, pattern: currencies.join('|') }),
    settingField(
      'baseUrl',
      { fr: 'Adresse de l’interface', en: 'Interface address' },
      {
        isOptional: true,
        placeholder: usualBase,
        help: {
          fr: 'Pour les essais : https://sandbox-dcb.dimoco.at/sph/payment.',
          en: 'For tests: https://sandbox-dcb.dimoco.at/sph/payment.',
        },
      },
    ),
    settingField(
      'payerHosts',
      { fr: 'Sites où le payeur confirme', en: 'Sites where the payer confirms' },
      {
        isOptional: true,
        placeholder: 'https://pay.operator.example',
        help: {
          fr: 'Ceux des opérateurs, séparés par des virgules ; DIMOCO est déjà connu.',
          en: 'The operators’, separated by commas; DIMOCO’s own is known.',
        },
      },
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
    fr: 'Compte en mode test, adresse du bac à sable, téléphone 436763602302 (opérateur AT_SANDBOX).',
    en: 'An account in test mode, the sandbox address, telephone 436763602302 (operator AT_SANDBOX).',
  },
}
