import { z } from 'zod'
import { currencies } from '../../../money/money.ts'
import { readSettings, UnusableAccount } from '../../account-settings.ts'
import type { AccountContext, SettingsDescription } from '../../provider.ts'
import { allowedAddressesField, previousSecretField, secretField, settingField } from '../../setting-fields.ts'

const secretLength = 20

const shape = z.object({
  secret: z.string('the carrier’s authentication token'),
  previousSecret: z.string().optional(),
  carrierAccount: z.string().max(60).optional(),
  numbers: z
    .string('the numbers and what a call to each costs')
    .regex(/^\s*\+?[\d ]{3,20}=\d{1,6}(\s*,\s*\+?[\d ]{3,20}=\d{1,6})*\s*$/, 'such as 0899000150=150, 0899000300=300'),
  currency: z.enum(currencies),
  way: z.enum(['spoken', 'keyed'], 'either spoken (a code is heard) or keyed (digits of the page are keyed in)'),
  perMinuteMinor: z.coerce.number('cents a minute').int().positive().optional(),
  language: z.enum(['fr', 'en'], 'either fr or en'),
})

export type PremiumNumber = Readonly<{ number: string; minor: number }>
export type VoiceSettings = Readonly<Omit<z.output<typeof shape>, 'numbers'>> & {
  readonly numbers: readonly PremiumNumber[]
}

/** @throws UnusableAccount when a setting is missing or the token protects nothing. */
export function voiceSettings(account: AccountContext): VoiceSettings {
  const settings = readSettings(account, shape, { secret: secretLength, previousSecret: secretLength })
  const numbers = settings.numbers.split(',').map((entry) => {
    const [number = '', minor = ''] = entry.split('=')
    return { number: number.replace(/[^\d+]/g, ''), minor: Number(minor) }
  })
  if (numbers.some(({ minor }) => minor === 0))
    throw new UnusableAccount(account.accountId, 'numbers: a call has a price.')
  return { ...settings, numbers }
}

/** The number a caller dialled, as carriers write it (`+33899000150`) or as people do (`0899 000 150`). */
export function findNumber({ numbers }: VoiceSettings, dialled: string): PremiumNumber | undefined {
  const wanted = nationalDigits(dialled)
  if (wanted.length < 3) return undefined
  return numbers.find(({ number }) => {
    const own = nationalDigits(number)
    return own === wanted || (dialled.startsWith('+') && !number.startsWith('+') && wanted.endsWith(own))
  })
}

function nationalDigits(number: string): string {
  return number.replace(/\D/g, '').replace(/^0+/, '')
}

export const voiceSettingsDescription: SettingsDescription = {
  fields: [
    secretField(
      'secret',
      { fr: 'Jeton d’authentification', en: 'Authentication token' },
      {
        minLength: secretLength,
        help: {
          fr: 'Celui par lequel l’opérateur signe ses requêtes (X-Twilio-Signature).',
          en: 'The one the carrier signs its requests with (X-Twilio-Signature).',
        },
      },
    ),
    previousSecretField(secretLength),
    settingField(
      'carrierAccount',
      { fr: 'Identifiant de compte', en: 'Account ID' },
      {
        isOptional: true,
        placeholder: 'AC…',
        help: { fr: 'Refuse les appels d’un autre compte.', en: 'Refuses calls of any other account.' },
      },
    ),
    settingField(
      'numbers',
      { fr: 'Numéros et prix d’un appel, en centimes', en: 'Numbers and the price of a call, in cents' },
      {
        placeholder: '0899000150=150, 0899000300=300',
        help: { fr: 'Les mêmes que dans la grille de prix.', en: 'The same as in the price ladder.' },
      },
    ),
    settingField('currency', { fr: 'Monnaie', en: 'Currency' }, { choices: currencies, pattern: currencies.join('|') }),
    settingField(
      'way',
      { fr: 'Manière', en: 'Way' },
      {
        choices: ['spoken', 'keyed'],
        pattern: 'spoken|keyed',
        help: {
          fr: 'spoken : le payeur entend un code. keyed : il compose au clavier les chiffres de la page.',
          en: 'spoken: the payer hears a code. keyed: they key in the digits of the page.',
        },
      },
    ),
    settingField(
      'perMinuteMinor',
      { fr: 'Tarif à la minute, en centimes', en: 'Price a minute, in cents' },
      {
        isOptional: true,
        pattern: '\\d{1,6}',
        help: {
          fr: 'Vide : à l’appel. Sinon le code n’est donné qu’après la durée qui vaut le prix.',
          en: 'Empty: a price a call. Otherwise the code comes only after the time that is worth the price.',
        },
      },
    ),
    settingField(
      'language',
      { fr: 'Langue de la voix', en: 'Language of the voice' },
      { choices: ['fr', 'en'], pattern: 'fr|en' },
    ),
    allowedAddressesField,
  ],
  whatToPaste: [
    {
      where: {
        fr: 'Réglages du numéro, « A call comes in », Webhook, HTTP POST',
        en: 'The number’s settings, “A call comes in”, Webhook, HTTP POST',
      },
      value: '{callbackUrl}',
    },
    {
      where: {
        fr: 'Réglages du numéro, « Call status changes », HTTP POST',
        en: 'The number’s settings, “Call status changes”, HTTP POST',
      },
      value: '{callbackUrl}?step=status',
    },
  ],
  howToTest: {
    fr: 'Appelez le numéro et raccrochez avant le signal : le prix est annoncé et rien n’est compté.',
    en: 'Call the number and hang up before the tone: the price is told and nothing is counted.',
  },
}
