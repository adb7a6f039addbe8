import { z } from 'zod'
import { addressOrOwnPath, onOwnSite, readSettings } from '../../account-settings.ts'
import type { AccountContext, SettingsDescription } from '../../provider.ts'
import { allowedAddressesField, previousSecretField, secretField, settingField } from '../../setting-fields.ts'

const secretLength = 16
const usualBase = 'https://api.allopass.com/rest'

const shape = z.object({
  baseUrl: addressOrOwnPath('the address of the interface').default(usualBase),
  siteId: z.string('the number of the site').regex(/^\d{1,12}$/, 'the digits of the site’s number'),
  productId: z.string('the number of the product').regex(/^\d{1,12}$/, 'the digits of the product’s number'),
  apiKey: z.string('the key of the interface').min(8),
  secret: z.string('the private key'),
  previousSecret: z.string().optional(),
  hash: z.enum(['sha1', 'md5'], 'either sha1 or md5').default('sha1'),
})

export type AllopassSettings = Readonly<z.output<typeof shape>>

/** @throws UnusableAccount when a setting is missing or the private key protects nothing. */
export function allopassSettings(account: AccountContext): AllopassSettings {
  const settings = readSettings(account, shape, { apiKey: 8, secret: secretLength, previousSecret: secretLength })
  return { ...settings, baseUrl: onOwnSite(settings.baseUrl, account).replace(/\/+$/, '') }
}

export const allopassSettingsDescription: SettingsDescription = {
  fields: [
    settingField('siteId', { fr: 'Numéro de site', en: 'Site number' }, { pattern: '\\d{1,12}' }),
    settingField('productId', { fr: 'Numéro de produit', en: 'Product number' }, { pattern: '\\d{1,12}' }),
    secretField('apiKey', { fr: 'Clé d’accès (api_key)', en: 'Access key (api_key)' }, { minLength: 8 }),
    secretField(
      'secret',
      { fr: 'Clé privée', en: 'Private key' },
      {
        minLength: secretLength,
        help: {
          fr: 'Elle signe nos requêtes, et leurs réponses.',
          en: 'It signs our requests, and their answers.',
        },
      },
    ),
    previousSecretField(secretLength),
    settingField(
      'hash',
      { fr: 'Empreinte', en: 'Hash' },
      { isOptional: true, choices: ['sha1', 'md5'], pattern: 'sha1|md5', placeholder: 'sha1' },
    ),
    settingField(
      'baseUrl',
      { fr: 'Adresse de l’interface', en: 'Interface address' },
      { isOptional: true, placeholder: usualBase },
    ),
    allowedAddressesField,
  ],
  whatToPaste: [
    { where: { fr: 'Produit, URL de notification', en: 'Product, notification URL' }, value: '{callbackUrl}' },
  ],
  howToTest: {
    fr: 'Demandez des codes de test à votre interlocuteur ; saisissez-en un sur la page de paiement.',
    en: 'Ask your contact there for test codes; type one on the payment page.',
  },
}
