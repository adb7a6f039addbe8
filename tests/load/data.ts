import { type Chance, chanceFrom } from '../../db/seed/random.ts'

const vehicles: readonly (readonly [make: string, models: readonly string[], from: number, to: number])[] = [
  ['Citroën', ['2CV AZ', 'Traction 11B', 'DS 19', 'Ami 6', 'HY', 'Dyane 6', 'CX 2400', 'Méhari'], 1934, 1989],
  ['Renault', ['4CV', 'Dauphine', '4L', 'R8 Gordini', 'Estafette', 'R5 Alpine', 'Juvaquatre', 'R12'], 1937, 1994],
  ['Peugeot', ['203', '403', '404', '504 coupé', '205 GTI', '201', 'J7', '304 S'], 1929, 1994],
  ['Simca', ['Aronde', '1000 Rallye', 'Vedette', '1100', '8 Sport'], 1938, 1980],
  ['Panhard', ['PL 17', 'Dyna Z', '24 CT'], 1946, 1967],
  ['Volkswagen', ['Coccinelle', 'Combi T1', 'Karmann Ghia', 'Golf GTI'], 1949, 1992],
  ['Triumph', ['TR4', 'Spitfire', 'Bonneville T120'], 1953, 1980],
  ['Motobécane', ['Mobylette AV88', 'Cady', 'D45'], 1949, 1985],
  ['Solex', ['3800', '2200', '5000'], 1946, 1988],
  ['Massey Ferguson', ['35', '135', 'TE20'], 1946, 1979],
  ['Vendeuvre', ['BL 30', 'Super DD'], 1950, 1963],
  ['BMW', ['R50', 'Isetta', '2002 tii'], 1955, 1975],
]
const parts = [
  ['pieces/moteur-boite', ['Moteur', 'Boîte de vitesses', 'Culasse', 'Vilebrequin', 'Embrayage', 'Pistons']],
  ['pieces/carburation', ['Carburateur Solex', 'Carburateur Zénith', 'Pompe à essence', 'Réservoir', 'Collecteur']],
  ['pieces/electricite-allumage', ['Magnéto', 'Dynamo', 'Allumeur', 'Démarreur', 'Faisceau électrique', 'Phares']],
  ['pieces/carrosserie', ['Capot', 'Aile avant', 'Porte gauche', 'Pare-chocs', 'Calandre', 'Malle arrière']],
  ['pieces/train-roulant', ['Jantes', 'Train avant', 'Cardans', 'Tambours de frein', 'Pneus Michelin']],
  ['pieces/interieur-sellerie', ['Sièges', 'Volant', 'Tableau de bord', 'Moquette', 'Banquette arrière']],
  ['pieces/outillage', ['Extracteur', 'Clé de réglage', 'Coffret d’outils', 'Cric']],
] as const
const vehicleCategories = [
  'vehicules/autos-avant-1945',
  'vehicules/autos-1945-1975',
  'vehicules/autos-1945-1975',
  'vehicules/youngtimers-1976-1996',
  'vehicules/motos',
  'vehicules/cyclos-scooters',
  'vehicules/tracteurs',
  'vehicules/utilitaires-militaires',
]
/** From the most to the least frequent: the first ones come in a fifth of the ads and more. */
const sentences = [
  'Vendu en l’état, à restaurer.',
  'Sortie de grange, au sec depuis des années.',
  'Visible sur rendez-vous, plateau possible.',
  'Moteur tournant à la manivelle, non essayé au démarreur.',
  'Carte grise au nom de la famille.',
  'Beaucoup de pièces d’origine, peu de rouille.',
  'Restauration commencée puis abandonnée faute de place.',
  'Peinture d’époque, quelques éclats.',
  'Prix ferme, pas d’échange.',
  'Planchers sains, bas de caisse à reprendre.',
  'Provenant d’une succession dans l’Allier.',
  'Freins à revoir, circuit bloqué.',
  'Pneus craquelés mais tenant la pression.',
  'Sellerie d’origine, à nettoyer.',
  'Documentation et manuel d’atelier fournis.',
  'Stock d’un ancien garage, jamais monté.',
  'Contrôlé et nettoyé, prêt à monter.',
  'Envoi possible par transporteur, emballage soigné.',
  'Numéros concordants, plaque constructeur présente.',
  'Dernière sortie au comice agricole.',
  'Magnéto refaite par un spécialiste.',
  'Boîte à quatre vitesses qui craque en seconde.',
  'Échangé contre une remorque, faire offre.',
  'Compteur bloqué, kilométrage inconnu.',
  'Œuvre d’un carrossier local, modèle rare.',
]
const towns = [
  ['Moulins', 'Allier'],
  ['Vichy', 'Allier'],
  ['Clermont-Ferrand', 'Puy-de-Dôme'],
  ['Lyon', 'Rhône'],
  ['Lille', 'Nord'],
  ['Nantes', 'Loire-Atlantique'],
  ['Bordeaux', 'Gironde'],
  ['Toulouse', 'Haute-Garonne'],
  ['Angers', 'Maine-et-Loire'],
  ['Le Mans', 'Sarthe'],
  ['Rennes', 'Ille-et-Vilaine'],
  ['Dijon', 'Côte-d’Or'],
  ['Limoges', 'Haute-Vienne'],
  ['Poitiers', 'Vienne'],
  ['Aubenas', 'Ardèche'],
  ['Saint-Étienne', 'Loire'],
  ['Besançon', 'Doubs'],
  ['Reims', 'Marne'],
  ['Amiens', 'Somme'],
  ['Rodez', 'Aveyron'],
  ['Quimper', 'Finistère'],
  ['Troyes', 'Aube'],
  ['Nîmes', 'Gard'],
  ['Pau', 'Pyrénées-Atlantiques'],
  ['Annecy', 'Haute-Savoie'],
  ['Colmar', 'Haut-Rhin'],
  ['Caen', 'Calvados'],
  ['Bourges', 'Cher'],
  ['Auxerre', 'Yonne'],
  ['Mende', 'Lozère'],
] as const
const syllables = [
  'ba',
  'ché',
  'dor',
  'fla',
  'gui',
  'jou',
  'lan',
  'mer',
  'nel',
  'pois',
  'ran',
  'sou',
  'tel',
  'vau',
  'zin',
]
const running = ['roule', 'tourne_ne_roule_pas', 'bloquee_non_tourne_manivelle', 'demontee']
const conditions = ['neuve_stock_ancien', 'reconditionnee', 'revisee', 'occasion_bonne', 'a_restaurer']

export type GeneratedAd = Readonly<Record<string, unknown>> &
  Readonly<{ id: string; title: string; description: string }>

/**
 * Believable ads, the same for the same seed: words with the long tail of real ones (a few in a fifth of all ads and
 * more, thousands in one or two), accents, three years of dates, prices that cluster on round figures.
 */
export function* generateAds(count: number, options: { seed?: number; until: number }): Generator<GeneratedAd> {
  const chance = chanceFrom(options.seed ?? 1)
  for (let at = 0; at < count; at += 1) yield generateAd(chance, at, options.until)
}

/** {@link generateAds} as lines of an import file. */
export async function* generateLines(count: number, options: { seed?: number; until: number }): AsyncGenerator<string> {
  for (const ad of generateAds(count, options)) yield JSON.stringify(ad)
}

function generateAd(chance: Chance, at: number, until: number): GeneratedAd {
  const [make, models, from, to] = chance.pick(vehicles)
  const model = zipf(chance, models)
  const year = chance.whole(from, to)
  const [city, region] = zipf(chance, towns)
  const isVehicle = chance.hit(0.45)
  const [category, names] = isVehicle ? [chance.pick(vehicleCategories), []] : chance.pick(parts)
  const title = isVehicle
    ? `${make} ${model} ${year}${chance.hit(0.4) ? ', sortie de grange' : ''}`
    : `${chance.pick(names)} ${make} ${model}`
  const rare = Array.from({ length: chance.whole(2, 6) }, () => rareWord(chance))
  const text = Array.from({ length: chance.whole(3, 8) }, () => zipf(chance, sentences))
  return {
    id: `load-${at}`,
    title,
    description: `${title}. ${text.join(' ')}\n${rare.join(' ')} réf ${chance.whole(1000, 99_999)}`,
    category,
    region,
    city,
    price_cents: chance.hit(0.04) ? null : price(chance, isVehicle),
    created_at: new Date(until - Math.floor(chance.next() ** 2 * 3 * 365 * 86_400_000)).toISOString(),
    contact_name: `Contact ${at % 5000}`,
    contact_phone: `06 39 98 ${String(Math.floor((at % 5000) / 100)).padStart(2, '0')} ${String(at % 100).padStart(2, '0')}`,
    contact_email: chance.hit(0.5) ? `annonce-${at}@example.org` : '',
    fields: isVehicle
      ? {
          make,
          model,
          year,
          km: chance.whole(1, 200) * 1000,
          running: zipf(chance, running),
          matching_numbers: chance.hit(0.3),
        }
      : { part_for: `${make} ${model}`, part_condition: zipf(chance, conditions), oem: chance.hit(0.6) },
  }
}

/** The first of a list about four times as often as the fourth. */
function zipf<T>(chance: Chance, list: readonly T[]): T {
  const at = Math.floor(list.length ** chance.next()) - 1
  return list[at] ?? chance.pick(list)
}

/** One of 50 625 words; the first ones far more often than the last. */
function rareWord(chance: Chance): string {
  let rest = Math.floor(50_625 ** chance.next()) - 1
  let word = ''
  for (let at = 0; at < 4; at += 1) {
    word += syllables[rest % syllables.length] ?? ''
    rest = Math.floor(rest / syllables.length)
  }
  return word
}

function price(chance: Chance, isVehicle: boolean): number {
  const euros = Math.exp(chance.between(isVehicle ? 5 : 2, isVehicle ? 10 : 6.5))
  const step = euros > 1000 ? 100 : euros > 100 ? 10 : 5
  return (chance.hit(0.8) ? Math.max(step, Math.round(euros / step) * step) : Math.ceil(euros)) * 100
}
