import type { Contact } from '../../lib/reveals/reveals.ts'

export type WorldName = 'plain' | 'long'

/**
 * The contact of an ad in one of two worlds: not one character, and not one length, is the same in both. Every value
 * holds a canary that no other text of the site can contain.
 */
export function contactOfWorld(world: WorldName, adId: number): Contact {
  const number = String(adId).padStart(4, '0')
  if (world === 'plain') {
    return {
      name: `Zoé Vraikan${number}`,
      phone: `0261${number.slice(0, 2)}${number.slice(2)}37`,
      email: `zv${number}@kanari.example`,
      hours: `dès 7h${number}`,
    }
  }
  return {
    name: `Maximilienne-Bérengère de Kandranoir-Fauxcourt ${number}`,
    phone: `+33 (0)6 39 98 ${number.slice(0, 2)} ${number.slice(2)} 88`,
    email: `maximilienne.berengere.fauxcourt.${number}@courrier.longuedistance.example`,
    hours: `tous les jours ouvrables, de neuf heures à midi puis de quatorze à dix-neuf heures (poste ${number})`,
  }
}

/** Texts that give a contact away wherever they stand: as typed, as digits alone, as an international number. */
export function giveawaysOf(contact: Contact): readonly string[] {
  const digits = contact.phone.replace(/\(0\)/, '').replace(/\D/g, '').replace(/^33/, '0')
  const pairs = digits.match(/../g) ?? []
  return [
    contact.phone,
    digits,
    pairs.join(' '),
    pairs.join('.'),
    `+33${digits.slice(1)}`,
    `33${digits.slice(1)}`,
    contact.email,
    contact.email.split('@')[0] ?? contact.email,
    contact.name,
    contact.hours,
  ]
}
