import { z } from 'zod'
import { currencies } from '../../../money/money.ts'
import { onOwnSite, readSettings, secureAddressOrOwnPath } from '../../account-settings.ts'
import type { AccountContext, SettingsDescription } from '../../provider.ts'
import { secretField, settingField } from '../../setting-fields.ts'

const address = /^0x[0-9a-fA-F]{40}$/

const shape = z.object({
  facilitatorUrl: secureAddressOrOwnPath('the address of the facilitator'),
  apiKey: z.string().optional(),
  network: z.string('the network').regex(/^eip155:[1-9]\d{0,12}$/, 'a network such as eip155:8453'),
  asset: z.string('the token’s contract').regex(address, 'the address of the token’s contract'),
  assetName: z.string('the token’s name, as its contract says').min(1).max(60),
  assetVersion: z.string().min(1).max(10).default('2'),
  decimals: z.coerce.number('the token’s decimals').int().min(2).max(18).default(6),
  payTo: z.string('the address that is paid').regex(address, 'the address that is paid'),
  currency: z.enum(currencies),
  nodeUrl: secureAddressOrOwnPath('the address of a node of the network').optional(),
})

export type X402Settings = Readonly<z.output<typeof shape>>

/** @throws UnusableAccount when a setting is missing or is none. */
export function x402Settings(account: AccountContext): X402Settings {
  const settings = readSettings(account, shape, { apiKey: 16 })
  const { facilitatorUrl, nodeUrl } = settings
  return {
    ...settings,
    facilitatorUrl: onOwnSite(facilitatorUrl, account).replace(/\/+$/, ''),
    ...(nodeUrl === undefined ? {} : { nodeUrl: onOwnSite(nodeUrl, account) }),
  }
}

export const x402SettingsDescription: SettingsDescription = {
  fields: [
    settingField(
      'facilitatorUrl',
      { fr: 'Adresse du facilitateur', en: 'Facilitator address' },
      {
        placeholder: 'https://facilitator.example',
        help: {
          fr: 'Il vérifie les paiements et les inscrit sur le réseau.',
          en: 'It verifies payments and puts them on the network.',
        },
      },
    ),
    secretField(
      'apiKey',
      { fr: 'Clé d’accès au facilitateur', en: 'Facilitator access key' },
      { minLength: 16, isOptional: true },
    ),
    settingField('network', { fr: 'Réseau', en: 'Network' }, { placeholder: 'eip155:8453' }),
    settingField(
      'asset',
      { fr: 'Contrat du jeton', en: 'Token contract' },
      {
        placeholder: '0x…',
        help: {
          fr: 'Un jeton de la monnaie du compte qui connaît transferWithAuthorization (ERC-3009), tel EURC.',
          en: 'A token of the account’s currency that knows transferWithAuthorization (ERC-3009), such as EURC.',
        },
      },
    ),
    settingField('assetName', { fr: 'Nom du jeton', en: 'Token name' }, { placeholder: 'EURC' }),
    settingField(
      'assetVersion',
      { fr: 'Version du jeton', en: 'Token version' },
      { isOptional: true, placeholder: '2' },
    ),
    settingField('decimals', { fr: 'Décimales', en: 'Decimals' }, { isOptional: true, placeholder: '6' }),
    settingField('payTo', { fr: 'Adresse créditée', en: 'Address that is paid' }, { placeholder: '0x…' }),
    settingField(
      'currency',
      { fr: 'Monnaie que vaut le jeton', en: 'Currency the token is worth' },
      { choices: currencies, pattern: currencies.join('|') },
    ),
    settingField(
      'nodeUrl',
      { fr: 'Adresse d’un nœud du réseau (JSON-RPC)', en: 'Address of a node of the network (JSON-RPC)' },
      {
        isOptional: true,
        placeholder: 'https://node.example',
        help: {
          fr: 'Lui seul peut dire ce qu’est devenu un paiement dont la réponse s’est perdue.',
          en: 'Only it can say what became of a payment whose answer was lost.',
        },
      },
    ),
  ],
  howToTest: {
    fr: 'Un compte en mode test sur un réseau d’essai (eip155:84532) avec un facilitateur qui le sert.',
    en: 'An account in test mode on a test network (eip155:84532) with a facilitator that serves it.',
  },
}
