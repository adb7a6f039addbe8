import { z } from 'zod'
import { addressOrOwnPath, onOwnSite, readSettings } from '../../account-settings.ts'
import type { AccountContext, SettingsDescription } from '../../provider.ts'
import { allowedAddressesField, previousSecretField, secretField, settingField } from '../../setting-fields.ts'

const secretLength = 32
const clientSecretLength = 16

const shape = z.object({
  paymentsUrl: addressOrOwnPath('the address that ends in /carrier-billing/v0.5'),
  refundsUrl: addressOrOwnPath('the address that ends in /carrier-billing-refund/v0.3').optional(),
  tokenUrl: addressOrOwnPath('the operator’s address for access tokens'),
  clientId: z.string('the client ID').min(1),
  clientSecret: z.string('the client secret'),
  secret: z.string('a secret of our own, for the tokens of notifications'),
  previousSecret: z.string().optional(),
  steps: z.enum(['one', 'two'], 'either one (billed at once) or two (reserved, confirmed by the payer, billed)'),
  merchantName: z.string().max(100).optional(),
  merchantIdentifier: z.string().max(100).optional(),
  serviceId: z.string().max(100).optional(),
  payerHosts: z.string().optional(),
})

export type CamaraSettings = Readonly<z.output<typeof shape>>

/** @throws UnusableAccount when a setting is missing or a secret protects nothing. */
export function camaraSettings(account: AccountContext): CamaraSettings {
  const settings = readSettings(account, shape, {
    clientSecret: clientSecretLength,
    secret: secretLength,
    previousSecret: secretLength,
  })
  const reachable = (address: string) => onOwnSite(address, account).replace(/\/+$/, '')
  return {
    ...settings,
    paymentsUrl: reachable(settings.paymentsUrl),
    tokenUrl: reachable(settings.tokenUrl),
    ...(settings.refundsUrl === undefined ? {} : { refundsUrl: reachable(settings.refundsUrl) }),
  }
}

export const camaraSettingsDescription: SettingsDescription = {
  fields: [
    settingField(
      'paymentsUrl',
      { fr: 'Adresse des paiements', en: 'Payments address' },
      { placeholder: 'https://api.operator.example/carrier-billing/v0.5' },
    ),
    settingField(
      'refundsUrl',
      { fr: 'Adresse des remboursements', en: 'Refunds address' },
      { isOptional: true, placeholder: 'https://api.operator.example/carrier-billing-refund/v0.3' },
    ),
    settingField(
      'tokenUrl',
      { fr: 'Adresse des jetons (OAuth 2)', en: 'Token address (OAuth 2)' },
      { placeholder: 'https://api.operator.example/oauth2/token' },
    ),
    settingField('clientId', { fr: 'Identifiant client', en: 'Client ID' }),
    secretField('clientSecret', { fr: 'Secret client', en: 'Client secret' }, { minLength: clientSecretLength }),
    secretField(
      'secret',
      { fr: 'Secret des notifications', en: 'Notification secret' },
      {
        minLength: secretLength,
        help: {
          fr: 'Le vôtre, au hasard : chaque paiement en reçoit un jeton qui lui est propre.',
          en: 'Your own, at random: each payment is given a token of its own made from it.',
        },
      },
    ),
    previousSecretField(secretLength),
    settingField(
      'steps',
      { fr: 'Étapes', en: 'Steps' },
      {
        choices: ['one', 'two'],
        pattern: 'one|two',
        help: {
          fr: 'one : débité aussitôt. two : réservé, confirmé par le payeur, puis débité.',
          en: 'one: billed at once. two: reserved, confirmed by the payer, then billed.',
        },
      },
    ),
    settingField('merchantName', { fr: 'Nom sur la facture', en: 'Name on the bill' }, { isOptional: true }),
    settingField('merchantIdentifier', { fr: 'Identifiant marchand', en: 'Merchant identifier' }, { isOptional: true }),
    settingField('serviceId', { fr: 'Identifiant du service', en: 'Service identifier' }, { isOptional: true }),
    settingField(
      'payerHosts',
      { fr: 'Sites de validation de l’opérateur', en: 'The operator’s validation sites' },
      {
        isOptional: true,
        placeholder: 'https://pay.operator.example',
        help: {
          fr: 'Là où l’opérateur envoie le payeur confirmer ; séparés par des virgules.',
          en: 'Where the operator sends the payer to confirm; separated by commas.',
        },
      },
    ),
    allowedAddressesField,
  ],
  whatToPaste: [
    {
      where: {
        fr: 'Rien à recopier : chaque paiement indique son adresse de notification. À déclarer si l’opérateur le demande :',
        en: 'Nothing to paste: each payment names its notification address. To be declared where the operator asks:',
      },
      value: '{callbackUrl}',
    },
  ],
  howToTest: {
    fr: 'Demandez à l’opérateur son bac à sable : un compte en mode test avec ses adresses et ses numéros d’essai.',
    en: 'Ask the operator for its sandbox: an account in test mode with its addresses and test numbers.',
  },
}
