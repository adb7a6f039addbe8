import { z } from 'zod'
import { currencies } from '../../../money/money.ts'
import { readSettings } from '../../account-settings.ts'
import type { AccountContext, SettingsDescription } from '../../provider.ts'
import { allowedAddressesField, previousSecretField, secretField, settingField } from '../../setting-fields.ts'

const secretLength = 16

const shape = z.object({
  serviceId: z.string('the service’s number').regex(/^[0-9a-f]{32}$/i, 'the 32 characters that name the service'),
  secret: z.string('the service’s secret'),
  previousSecret: z.string().optional(),
  shortCode: z.string('the number payers write to').regex(/^\+?\d{3,15}$/, 'the digits payers write to'),
  keyword: z
    .string('the word before the code')
    .regex(/^[A-Za-z0-9]{2,12}( [A-Za-z0-9]{1,12})?$/, 'one word, or two for a shared keyword')
    .transform((word) => word.toUpperCase()),
  billing: z.enum(['mo', 'mt'], 'either mo (billed on sending) or mt (billed on our answer)'),
  priceMinor: z.coerce.number('the price of one text in cents').int().positive(),
  currency: z.enum(currencies),
})

export type FortumoSettings = Readonly<z.output<typeof shape>>

/** @throws UnusableAccount when a setting is missing or the secret protects nothing. */
export function fortumoSettings(account: AccountContext): FortumoSettings {
  return readSettings(account, shape, { secret: secretLength, previousSecret: secretLength })
}

export const fortumoSettingsDescription: SettingsDescription = {
  fields: [
    settingField(
      'serviceId',
      { fr: 'Identifiant du service', en: 'Service ID' },
      { pattern: '[0-9a-fA-F]{32}', placeholder: '0123456789abcdef0123456789abcdef' },
    ),
    secretField(
      'secret',
      { fr: 'Secret du service', en: 'Service secret' },
      {
        minLength: secretLength,
        help: {
          fr: 'Affiché à côté de l’identifiant, dans la page du service.',
          en: 'Shown beside the ID on the service’s page.',
        },
      },
    ),
    previousSecretField(secretLength),
    settingField('shortCode', { fr: 'Numéro court', en: 'Short code' }, { pattern: '\\+?\\d{3,15}' }),
    settingField(
      'keyword',
      { fr: 'Mot-clé', en: 'Keyword' },
      {
        help: {
          fr: 'Tel que le service l’affiche, sans le code du payeur.',
          en: 'As the service shows it, without the payer’s code.',
        },
      },
    ),
    settingField(
      'billing',
      { fr: 'Message facturé', en: 'Billed message' },
      {
        choices: ['mo', 'mt'],
        pattern: 'mo|mt',
        help: {
          fr: 'mo : le SMS du payeur. mt : notre réponse. Le pays en décide.',
          en: 'mo: the payer’s text. mt: our answer. The country decides.',
        },
      },
    ),
    settingField(
      'priceMinor',
      { fr: 'Prix d’un SMS, en centimes', en: 'Price of one text, in cents' },
      { pattern: '\\d{1,6}' },
    ),
    settingField('currency', { fr: 'Monnaie', en: 'Currency' }, { choices: currencies, pattern: currencies.join('|') }),
    allowedAddressesField,
  ],
  whatToPaste: [
    {
      where: {
        fr: 'Page du service, « To which URL will your payment requests be forwarded to? »',
        en: 'The service’s page, “To which URL will your payment requests be forwarded to?”',
      },
      value: '{callbackUrl}',
    },
  ],
  howToTest: {
    fr: 'Dans la page du service, « Test your service » envoie un message marqué test : il n’ouvre rien sur un compte réel.',
    en: 'On the service’s page, “Test your service” sends a message marked as a test: it opens nothing on a live account.',
  },
}
