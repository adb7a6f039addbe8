import type { SettingField, Words } from './provider.ts'

type Rest = Omit<SettingField, 'key' | 'label' | 'isSecret'>

export function settingField(key: string, label: Words, rest: Rest = {}): SettingField {
  return { key, label, isSecret: false, ...rest }
}

export function secretField(key: string, label: Words, { minLength, ...rest }: Rest & { minLength: number }) {
  return { key, label, isSecret: true, minLength, ...rest } satisfies SettingField
}

/** The secret before the present one, accepted beside it until the provider uses the new one. */
export function previousSecretField(minLength: number): SettingField {
  return secretField(
    'previousSecret',
    { fr: 'Secret précédent, pendant un changement', en: 'Previous secret, during a change' },
    { minLength, isOptional: true },
  )
}

/** Checked by the door before the adapter reads anything. */
export const allowedAddressesField: SettingField = settingField(
  'allowedAddresses',
  { fr: 'Adresses autorisées à rappeler', en: 'Addresses that may call back' },
  {
    isOptional: true,
    placeholder: '203.0.113.7, 198.51.100.0/24',
    help: {
      fr: 'Adresses et plages séparées par des virgules ; vide : toutes.',
      en: 'Addresses and ranges separated by commas; empty: all.',
    },
  },
)
