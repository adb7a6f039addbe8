import { z } from 'zod'
import { addressOrOwnPath, onOwnSite, readSettings } from '../../account-settings.ts'
import type { AccountContext, SettingsDescription } from '../../provider.ts'

const secret = z.string('a secret of at least 32 characters')

const shape = z.object({
  baseUrl: addressOrOwnPath('the address of the company’s interface'),
  merchantId: z.string('the merchant number').min(1),
  apiKey: secret,
  secret,
  previousSecret: secret.optional(),
})

export type CompanySettings = Readonly<z.output<typeof shape>>

/** @throws UnusableAccount when a setting is missing or a secret is short enough to be guessed. */
export function companySettings(account: AccountContext): CompanySettings {
  const settings = readSettings(account, shape, { apiKey: 32, secret: 32, previousSecret: 32 })
  return { ...settings, baseUrl: onOwnSite(settings.baseUrl, account).replace(/\/+$/, '') }
}

export const companySettingsDescription: SettingsDescription = {
  fields: [
    { key: 'baseUrl', label: { fr: 'Adresse de l’interface', en: 'Interface address' }, isSecret: false },
    { key: 'merchantId', label: { fr: 'Numéro de marchand', en: 'Merchant number' }, isSecret: false },
    { key: 'apiKey', label: { fr: 'Clé d’accès', en: 'Access key' }, isSecret: true, minLength: 32 },
    { key: 'secret', label: { fr: 'Secret de signature', en: 'Signing secret' }, isSecret: true, minLength: 32 },
    {
      key: 'previousSecret',
      label: { fr: 'Secret précédent, pendant un changement', en: 'Previous secret, during a change' },
      isSecret: true,
      minLength: 32,
    },
  ],
  howToTest: {
    fr: 'Payez une annonce et répondez sur le téléphone de démonstration.',
    en: 'Pay for an ad and answer on the demonstration phone.',
  },
}
