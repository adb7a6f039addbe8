import { z } from 'zod'
import { onOwnSite, readSettings, secureAddressOrOwnPath } from '../../account-settings.ts'
import type { AccountContext, SettingsDescription } from '../../provider.ts'
import { allowedAddressesField, previousSecretField, secretField, settingField } from '../../setting-fields.ts'

const keyLength = 20
const secretLength = 16

const shape = z.object({
  baseUrl: secureAddressOrOwnPath('the address of the BTCPay Server'),
  storeId: z.string('the store’s ID').regex(/^\w{1,80}$/, 'the store’s ID'),
  apiKey: z.string('a key with canviewinvoices and cancreateinvoice'),
  secret: z.string('the secret of the webhook'),
  previousSecret: z.string().optional(),
  paymentMethod: z
    .string()
    .regex(/^[A-Z0-9-]{2,40}$/i, 'the name of a payment method, such as BTC-LN')
    .default('BTC-LN'),
})

export type BtcpaySettings = Readonly<z.output<typeof shape>>

/** @throws UnusableAccount when a setting is missing or a secret protects nothing. */
export function btcpaySettings(account: AccountContext): BtcpaySettings {
  const settings = readSettings(account, shape, {
    apiKey: keyLength,
    secret: secretLength,
    previousSecret: secretLength,
  })
  return { ...settings, baseUrl: onOwnSite(settings.baseUrl, account).replace(/\/+$/, '') }
}

export const btcpaySettingsDescription: SettingsDescription = {
  fields: [
    settingField(
      'baseUrl',
      { fr: 'Adresse de votre BTCPay Server', en: 'Address of your BTCPay Server' },
      { placeholder: 'https://btcpay.example' },
    ),
    settingField('storeId', { fr: 'Identifiant de la boutique', en: 'Store ID' }),
    secretField(
      'apiKey',
      { fr: 'Clé d’API', en: 'API key' },
      {
        minLength: keyLength,
        help: {
          fr: 'Limitée à cette boutique : canviewinvoices, cancreateinvoice, canmodifyinvoices.',
          en: 'Limited to this store: canviewinvoices, cancreateinvoice, canmodifyinvoices.',
        },
      },
    ),
    secretField('secret', { fr: 'Secret du webhook', en: 'Webhook secret' }, { minLength: secretLength }),
    previousSecretField(secretLength),
    settingField(
      'paymentMethod',
      { fr: 'Moyen de paiement', en: 'Payment method' },
      {
        isOptional: true,
        placeholder: 'BTC-LN',
        help: {
          fr: 'BTC-LN est Lightning, payé en quelques secondes ; BTC-LightningNetwork avant BTCPay 2.0.',
          en: 'BTC-LN is Lightning, paid within seconds; BTC-LightningNetwork before BTCPay 2.0.',
        },
      },
    ),
    allowedAddressesField,
  ],
  whatToPaste: [
    {
      where: {
        fr: 'Boutique, Paramètres, Webhooks : nouveau webhook, tous les événements de facture, relivraison automatique',
        en: 'Store, Settings, Webhooks: new webhook, all invoice events, automatic redelivery',
      },
      value: '{callbackUrl}',
    },
  ],
  howToTest: {
    fr: 'Un compte en mode test sur un serveur regtest ou testnet ; la page de facture y a un bouton pour simuler le paiement.',
    en: 'An account in test mode on a regtest or testnet server; its invoice page has a button that pretends to pay.',
  },
}
