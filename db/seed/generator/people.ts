import { day, type Millis } from '../../../lib/time/time.ts'
import { type Chance, chanceFrom } from '../random.ts'
import type { SeedAdvertiser } from '../seed-types.ts'
import { otherAds } from '../sortie-de-grange/ads-others.ts'
import { partAds } from '../sortie-de-grange/ads-parts.ts'
import { vehicleAds } from '../sortie-de-grange/ads-vehicles.ts'

/** An advertiser with what is sold about him: nothing of `contact` is ever public. */
export type Person = Readonly<{
  advertiser: SeedAdvertiser
  country: 'FR' | 'GB'
  contact: Readonly<{ name: string; phone: string; hours: string }>
}>

const publicNames: readonly string[] = [
  'Grange du Val',
  'Tôle et Chrome',
  'Le Hangar Bleu',
  'Deux Temps',
  'Manivelle',
  'Chemin Creux',
  'Atelier des Ormes',
  'Fond de Cour',
  'Vieux Clous',
  'Essence Ordinaire',
  'Route du Lac',
  'Gris Souris',
  'Capot Ouvert',
  'Le Petit Cardan',
  'Clé de Douze',
  'Huit Soupapes',
  'Bakélite',
  'La Remise',
  'Six Volts',
  'Sous la Bâche',
  'Pont et Boîte',
  'Moyeu Central',
  'Rouille Douce',
  'Poulie Folle',
  'Chaîne et Galet',
  'Vis Platinées',
  'Belle Mécanique',
  'Longue Route',
  'Trois Portes',
  'Bougie Chaude',
  'Segment Racleur',
  'Au Point Mort',
  'Durite',
  'Girouette',
  'Plein Phare',
  'Jante Tôle',
  'Volets Clos',
  'Bois de Caisse',
  'La Vieille Forge',
  'Quatre Vitesses',
  'Fil de Fer',
  'Herbe Haute',
  'Pot Percé',
  'Compte-Tours',
  'Graisse et Patience',
  'Cour des Miracles',
  'Dernier Virage',
  'Tambour',
  'Barn Door',
  'Ripple Bonnet',
  'Slow Running',
  'Mossy Shed',
  'Top Dead Centre',
  'Old Lane Garage',
  'Wire Wheel',
  'Second Kick',
  'Hay Loft Motors',
  'Choke Out',
  'Green Lane',
  'Oily Rag',
]

/** The English pseudonyms at the end of the list are for British advertisers. */
const firstBritish = publicNames.indexOf('Barn Door')

const frenchNames = [
  'Josiane Peltier',
  'Marc Vasseur',
  'Odile Charpin',
  'Régis Delorme',
  'Nicole Bazin',
  'Étienne Rouvier',
  'Ghislaine Mounier',
  'Alain Cordelle',
  'Brigitte Sauvan',
  'Fabrice Noiret',
  'Paulette Giraudon',
  'Dominique Tassel',
  'Hervé Lantier',
  'Mireille Aubrac',
  'Serge Fontanel',
  'Colette Vidalin',
  'Didier Morvan',
  'Jacqueline Brossard',
  'Laurent Peyrac',
  'Simone Hardouin',
  'Pascal Ternois',
  'Christiane Lovel',
  'Gilles Kerbrat',
  'Annick Le Dantec',
]
const britishNames = [
  'Alan Whitcombe',
  'Margaret Ashdown',
  'Keith Pargeter',
  'Sheila Trevanion',
  'Roy Haslewood',
  'Brenda Colclough',
  'Trevor Inskip',
  'Moira Fairbairn',
  'Graham Oddy',
  'Pauline Threlfall',
  'Derek Mullard',
  'Glenys Prosser',
]
const frenchHours = [
  'après 18h',
  'le matin',
  'entre 12h et 14h',
  'soir et week-end',
  'toute la journée',
  'SMS d’abord',
  'le samedi',
  'avant 20h',
  'jours ouvrés, 9h-17h',
]
const britishHours = ['after 6 pm', 'weekends', 'mornings', '9 to 5', 'text first', 'any time before 9 pm']
const frenchRanges = [
  '01 99 00',
  '02 61 91',
  '03 53 01',
  '04 65 71',
  '05 36 49',
  '06 39 98',
  '06 39 98',
  '06 39 98',
] as const

/** About sixty advertisers: those of the hand-written ads first, then others. */
export function makePeople(now: Millis, chance: Chance): Person[] {
  const written = [...vehicleAds, ...partAds, ...otherAds]
  const pseudonyms = { FR: publicNames.slice(0, firstBritish), GB: publicNames.slice(firstBritish) }
  const pseudonymFor = (country: 'FR' | 'GB') => pseudonyms[country].shift() ?? 'Le Carton'
  const known = new Map(written.map((ad) => [ad.contact.phone, ad]))
  const fromAds = [...known.values()].map(({ contact, town, fields }) => {
    const siret = fields['siret']
    const advertiser = advertiserOf(pseudonymFor(town.country), {
      now,
      chance,
      businessId: typeof siret === 'string' ? siret : null,
    })
    return {
      advertiser,
      country: town.country,
      contact: { name: contact.name, phone: contact.phone, hours: contact.hours },
    }
  })
  const taken = new Set<string>([...known.keys(), ...fromAds.map(({ advertiser }) => advertiser.publicName)])
  const others = publicNames
    .filter((name) => !taken.has(name))
    .map((publicName): Person => {
      const isBritish = publicNames.indexOf(publicName) >= firstBritish
      return {
        advertiser: advertiserOf(publicName, {
          now,
          chance,
          businessId: chance.hit(0.18) ? businessIdOf(chance) : null,
        }),
        country: isBritish ? 'GB' : 'FR',
        contact: {
          name: nameFor(isBritish, publicName),
          phone: freshPhone(isBritish, { taken, chance }),
          hours: chance.pick(isBritish ? britishHours : frenchHours),
        },
      }
    })
  return [...fromAds, ...others]
}

function nameFor(isBritish: boolean, publicName: string): string {
  const list = isBritish ? britishNames : frenchNames
  return list[publicNames.indexOf(publicName) % list.length] ?? 'Josiane Peltier'
}

function advertiserOf(
  publicName: string,
  from: { now: Millis; chance: Chance; businessId: string | null },
): SeedAdvertiser {
  const { now, chance, businessId } = from
  const handle = publicName
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
  return {
    handle,
    publicName,
    isProfessional: businessId !== null,
    businessId,
    createdAt: now - chance.whole(95, 900) * day,
  }
}

/** Nine zeroes open it, so it can be nobody's. */
export function businessIdOf(chance: Chance): string {
  return `000 000 ${String(chance.whole(1, 999)).padStart(3, '0')} 000${chance.whole(10, 99)}`
}

/** A number from the ranges kept for fiction, which nobody can have. */
function freshPhone(isBritish: boolean, from: { taken: Set<string>; chance: Chance }): string {
  const { taken, chance } = from
  for (;;) {
    const phone = isBritish ? britishPhone(chance) : frenchPhone(chance)
    if (taken.has(phone)) continue
    taken.add(phone)
    return phone
  }
}

function frenchPhone(chance: Chance): string {
  const digits = String(chance.whole(0, 9999)).padStart(4, '0')
  return `${chance.pick(frenchRanges)} ${digits.slice(0, 2)} ${digits.slice(2)}`
}

function britishPhone(chance: Chance): string {
  const digits = String(chance.whole(0, 999)).padStart(3, '0')
  return `${chance.pick(['07700 900', '01632 960'])}${digits}`
}

/** The same people whatever else is generated. */
export function peopleAt(now: Millis): Person[] {
  return makePeople(now, chanceFrom(1899))
}
