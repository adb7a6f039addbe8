import { z } from 'zod'
import { currencies, type Money, money } from '../../../money/money.ts'
import { addressOrOwnPath, onOwnSite, readSettings } from '../../account-settings.ts'
import type { AccountContext, SettingsDescription } from '../../provider.ts'

const shape = z
  .object({
    sendsmsUrl: addressOrOwnPath('the address of smsbox, such as http://127.0.0.1:13013/cgi-bin/sendsms'),
    username: z.string().min(1),
    password: z.string().min(1),
    shortCode: z.string().regex(/^\+?\d{3,15}$/, 'the digits payers write to'),
    keyword: z
      .string()
      .regex(/^[A-Za-z0-9]{2,12}$/, 'two to twelve letters or digits')
      .transform((word) => word.toUpperCase()),
    billing: z.enum(['mo', 'mt'], 'either mo (the payer’s text is billed) or mt (our answer is billed)'),
    priceMinor: z.coerce.number('the price of one text in cents').int().positive(),
    currency: z.enum(currencies),
    smsc: z.string().optional(),
    allowedAddresses: z.string().optional(),
    callbackUser: z.string().optional(),
    callbackPassword: z.string().optional(),
    premiumBinfo: headerText().optional(),
    freeBinfo: headerText().optional(),
  })
  .refine((settings) => settings.billing === 'mo' || settings.freeBinfo !== undefined, {
    path: ['freeBinfo'],
    message: 'when answers are billed, the tariff class of free answers is needed',
  })
  .refine((settings) => (settings.callbackUser === undefined) === (settings.callbackPassword === undefined), {
    path: ['callbackPassword'],
    message: 'a callback user and a callback password go together',
  })

function headerText() {
  return z.string().regex(/^[\x21-\x7e]{1,60}$/, 'printable characters without spaces')
}

export type KannelSettings = Readonly<z.output<typeof shape>>

/** @throws UnusableAccount when a setting is missing or makes no sense. */
export function kannelSettings(account: AccountContext): KannelSettings {
  const settings = readSettings(account, shape)
  return { ...settings, sendsmsUrl: onOwnSite(settings.sendsmsUrl, account) }
}

/** What one text to the short code is billed, tax included. */
export function priceOf(settings: KannelSettings): Money {
  return money(settings.priceMinor, settings.currency)
}

export const kannelSettingsDescription: SettingsDescription = {
  fields: [
    field('sendsmsUrl', 'Adresse sendsms de Kannel', 'Kannel’s sendsms address'),
    field('username', 'Utilisateur sendsms', 'sendsms user'),
    { ...field('password', 'Mot de passe sendsms', 'sendsms password'), isSecret: true },
    { ...field('shortCode', 'Numéro court', 'Short code'), pattern: '\\+?\\d{3,15}' },
    { ...field('keyword', 'Mot-clé', 'Keyword'), pattern: '[A-Za-z0-9]{2,12}' },
    {
      ...field(
        'billing',
        'Message facturé : mo (le SMS reçu) ou mt (notre réponse)',
        'Billed message: mo (the text received) or mt (our answer)',
      ),
      pattern: 'mo|mt',
    },
    { ...field('priceMinor', 'Prix d’un SMS, en centimes', 'Price of one text, in cents'), pattern: '\\d{1,6}' },
    { ...field('currency', 'Monnaie', 'Currency'), pattern: 'EUR|GBP' },
    field('smsc', 'Identifiant smsc-id attendu (facultatif)', 'Expected smsc-id (optional)'),
    field(
      'allowedAddresses',
      'Adresses autorisées, séparées par des virgules (facultatif)',
      'Allowed addresses, separated by commas (optional)',
    ),
    field('callbackUser', 'Utilisateur de l’adresse de rappel (facultatif)', 'User of the callback address (optional)'),
    {
      ...field(
        'callbackPassword',
        'Mot de passe de l’adresse de rappel (facultatif)',
        'Password of the callback address (optional)',
      ),
      isSecret: true,
    },
    field(
      'premiumBinfo',
      'Classe tarifaire des réponses facturées (facultatif)',
      'Tariff class of billed answers (optional)',
    ),
    field(
      'freeBinfo',
      'Classe tarifaire des réponses gratuites (exigée avec mt)',
      'Tariff class of free answers (required with mt)',
    ),
  ],
  howToTest: {
    fr: 'Envoyez CONTACT au numéro court : la réponse, gratuite, donne le nom de l’éditeur.',
    en: 'Text CONTACT to the short code: the answer, free of charge, gives the publisher’s name.',
  },
}

function field(key: string, fr: string, en: string) {
  return { key, label: { fr, en }, isSecret: false }
}
