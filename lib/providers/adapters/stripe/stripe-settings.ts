import { z } from 'zod'
import { onOwnSite, readSettings, secureAddressOrOwnPath, UnusableAccount } from '../../account-settings.ts'
import type { AccountContext, SettingsDescription } from '../../provider.ts'
import { allowedAddressesField, previousSecretField, secretField, settingField } from '../../setting-fields.ts'

const keyLength = 24
const secretLength = 24
const usualBase = 'https://api.stripe.com'

const shape = z.object({
  baseUrl: secureAddressOrOwnPath('the address of the interface').default(usualBase),
  apiKey: z.string('a key that begins with sk_ or rk_').regex(/^(sk|rk)_(test|live)_/, 'begins with sk_ or rk_'),
  secret: z.string('the signing secret of the endpoint, whsec_…'),
  previousSecret: z.string().optional(),
})

export type StripeSettings = Readonly<z.output<typeof shape>>

/** @throws UnusableAccount when a setting is missing, a secret protects nothing, or a key is of the other mode. */
export function stripeSettings(account: AccountContext): StripeSettings {
  const settings = readSettings(account, shape, {
    apiKey: keyLength,
    secret: secretLength,
    previousSecret: secretLength,
  })
  if (!settings.apiKey.includes(`_${account.mode}_`)) {
    throw new UnusableAccount(account.accountId, `apiKey: not a key for ${account.mode} mode.`)
  }
  return { ...settings, baseUrl: onOwnSite(settings.baseUrl, account).replace(/\/+$/, '') }
}

export const stripeSettingsDescription: SettingsDescription = {
  fields: [
    secretField(
      'apiKey',
      { fr: 'Clé secrète', en: 'Secret key' },
      {
        minLength: keyLength,
        pattern: '(sk|rk)_(test|live)_.+',
        placeholder: 'rk_live_…',
        help: {
          fr: 'Une clé restreinte suffit : sessions Checkout, PaymentIntents, moyens de paiement, remboursements en écriture ; litiges et solde en lecture.',
          en: 'A restricted key is enough: write Checkout sessions, PaymentIntents, payment methods and refunds; read disputes and balance.',
        },
      },
    ),
    secretField(
      'secret',
      { fr: 'Secret de signature du point d’accès', en: 'Signing secret of the endpoint' },
      { minLength: secretLength, placeholder: 'whsec_…' },
    ),
    previousSecretField(secretLength),
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
        fr: 'Développeurs, Webhooks : point d’accès pour checkout.session.*, payment_intent.*, charge.refunded, charge.dispute.*',
        en: 'Developers, Webhooks: an endpoint for checkout.session.*, payment_intent.*, charge.refunded, charge.dispute.*',
      },
      value: '{callbackUrl}',
    },
  ],
  howToTest: {
    fr: 'Un compte en mode test avec une clé sk_test_ ; carte 4242 4242 4242 4242, ou 4000 0025 0000 3155 pour 3-D Secure.',
    en: 'An account in test mode with an sk_test_ key; card 4242 4242 4242 4242, or 4000 0025 0000 3155 for 3-D Secure.',
  },
}
