import type { FieldValues } from '../../schema/ads.ts'
import { seedOf } from '../random.ts'
import type { BaseAd, ModerationCase, SeedPicture } from '../seed-types.ts'

type Look = readonly [motif: string, paint: string | null]

/** How the thirty hand-written ads look, by their number. */
const looks: Readonly<Record<number, Look>> = {
  1: ['two-horse', 'gris'],
  2: ['ponton', 'noir'],
  3: ['four-l', 'bleu'],
  4: ['ponton', 'vert-amande'],
  5: ['hot-hatch', 'gris'],
  6: ['traction', 'noir'],
  7: ['vintage-saloon', 'bordeaux'],
  8: ['moped', 'orange'],
  9: ['motorcycle', 'noir'],
  10: ['tractor', 'gris'],
  11: ['landcar', 'vert'],
  12: ['one-box', 'jaune'],
  13: ['roadster', 'rouge'],
  14: ['scooter', 'vert-amande'],
  15: ['gearbox', null],
  16: ['carburettor', null],
  17: ['magneto', 'rouge'],
  18: ['bonnet', 'gris'],
  19: ['distributor', null],
  20: ['wheel-set', 'noir'],
  21: ['bench', null],
  22: ['puller', null],
  23: ['finned-engine', null],
  24: ['grille', null],
  25: ['manuals', null],
  26: ['enamel', 'bleu'],
  27: ['magneto', 'vert'],
  28: ['sewing', null],
  29: ['wanted:box-van', 'gris'],
  30: ['wanted:gearbox', null],
}

const moderationLooks: Readonly<Record<number, Look>> = {
  901: ['engine', null],
  902: ['wing', null],
  903: ['boxer', 'noir'],
  904: ['hot-hatch', 'rouge'],
  905: ['coupe', 'bordeaux'],
  906: ['bonnet', 'gris'],
  907: ['door', null],
  908: ['vice', null],
}

/** The pictures of a hand-written ad: its cover and a few more views. */
export function picturesOfWritten(ad: BaseAd): SeedPicture[] {
  const [motif, paint] = looks[ad.number] ?? ['engine', null]
  const seed = seedOf(`ad ${ad.number}`)
  const of = (view: 'cover' | 'left' | 'right', alt: SeedPicture['alt']): SeedPicture => ({
    subject: { motif, paint, view, seed },
    alt,
  })
  const cover = of('cover', { fr: `Dessin : ${ad.title.fr}`, en: `Drawing: ${ad.title.en}` })
  if (motif.startsWith('wanted:')) return [cover]
  const close = [
    of('left', { fr: 'Détail, à gauche', en: 'Detail, left' }),
    of('right', { fr: 'Détail, à droite', en: 'Detail, right' }),
  ]
  if (!ad.categoryKey.startsWith('vehicules/')) return [cover, ...close.slice(0, 1)]
  const isTwoWheeled = /motos|cyclos/.test(ad.categoryKey)
  const motor: SeedPicture = {
    subject: { motif: isTwoWheeled ? 'finned-engine' : 'engine', paint, view: 'cover', seed: seed + 1 },
    alt: { fr: 'Le moteur', en: 'The engine' },
  }
  const inside: SeedPicture = {
    subject: { motif: 'dials', paint, view: 'cover', seed: seed + 2 },
    alt: { fr: 'Le tableau de bord', en: 'The dashboard' },
  }
  return isTwoWheeled || ad.categoryKey.endsWith('tracteurs')
    ? [cover, ...close, motor]
    : [cover, ...close, motor, inside]
}

/** A case for the moderators; number 906 carries the very picture of ad 18, which is how it is caught. */
export function picturesOfCase({ number, title }: ModerationCase): SeedPicture[] {
  const [motif, paint] = moderationLooks[number] ?? ['engine', null]
  const seed = number === 906 ? seedOf('ad 18') : seedOf(`case ${number}`)
  return [{ subject: { motif, paint, view: 'cover', seed }, alt: { fr: `Dessin : ${title}`, en: `Drawing: ${title}` } }]
}

const vehicleFields: Readonly<Record<number, FieldValues>> = {
  903: { make: 'BMW', model: 'R50', year: 1959 },
  904: { make: 'Volkswagen', model: 'Golf GTI', year: 1983 },
  905: { make: 'Jaguar', model: 'Type E', year: 1965 },
}
const partFor: Readonly<Record<number, string>> = { 901: 'Citroën 2CV', 902: 'Renault 4', 906: 'Citroën 2CV' }

export function fieldsOfCase({ number, categoryKey }: ModerationCase): FieldValues {
  const vehicle = vehicleFields[number]
  if (vehicle) return { ...vehicle, running: 'roule', condition: '2', registration: 'carte_grise_ok' }
  if (categoryKey.startsWith('pieces/'))
    return { part_for: partFor[number] ?? 'Citroën 2CV', part_condition: 'occasion_bonne' }
  return { service_type: number === 908 ? 'moteur' : 'transport', siret: '000 000 001 00010' }
}

export function priceOfCase(number: number): number | null {
  const prices: Readonly<Record<number, number>> = {
    901: 450,
    902: 90,
    903: 6900,
    904: 7800,
    905: 1200,
    906: 250,
    907: 480,
    908: 2200,
  }
  const price = prices[number]
  return price === undefined ? null : price * 100
}
