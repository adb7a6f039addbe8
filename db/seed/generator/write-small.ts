import type { FieldValues } from '../../schema/ads.ts'
import type { DocumentModel, ServiceModel } from '../catalogue/papers-and-services.ts'
import { conditionWords, type PartModel, partClosings, shippingWords } from '../catalogue/parts.ts'
import { documentStates, partStates, wantedPartWords, wantedVehicleWords } from '../catalogue/small-sentences.ts'
import type { VehicleModel } from '../catalogue/vehicle-models.ts'
import type { Chance } from '../random.ts'
import type { SeedPicture, Words } from '../seed-types.ts'
import { askingPrice, type Desk, type Draft, lowered, textOf, townIn } from './draft.ts'

const factorOf: Readonly<Record<string, number>> = {
  neuve_stock_ancien: 1.6,
  reconditionnee: 1.5,
  revisee: 1.25,
  occasion_controlee: 1,
  occasion_bonne: 0.85,
  a_restaurer: 0.45,
}
const britishMakes = /^(MGB|Triumph|BSA|Norton|Land Rover)/

export function writePart(model: PartModel, desk: Desk): Draft {
  const { chance, deal } = desk
  const [vehicle, years] = deal(model.fits)
  const condition = chance.pick([
    'occasion_bonne',
    'occasion_bonne',
    'occasion_controlee',
    'occasion_controlee',
    'revisee',
    'revisee',
    'reconditionnee',
    'a_restaurer',
    'neuve_stock_ancien',
  ])
  const isAbroad = britishMakes.test(vehicle) && chance.hit(0.5)
  const shipping = shippingFor(model.weight, chance)
  const isPlain = condition !== 'a_restaurer' && condition !== 'neuve_stock_ancien'
  const town = townIn(desk, isAbroad ? 'GB' : 'FR')
  const state = partStates[condition] ?? { fr: '', en: '' }
  const base = chance.hit(0.5)
    ? { fr: `${model.name.fr} pour ${vehicle}, ${state.fr}`, en: `${model.name.en} for ${vehicle}, ${state.en}` }
    : {
        fr: `${vehicle} : ${lowered(model.name.fr)}, ${state.fr}`,
        en: `${vehicle}: ${lowered(model.name.en)}, ${state.en}`,
      }
  const amount = model.price * (factorOf[condition] ?? 1) * chance.between(0.85, 1.2)
  const fields: FieldValues = {
    part_for: vehicle,
    part_years: years,
    ...(model.ref ? { part_ref: model.ref } : {}),
    part_condition: condition,
    ...(chance.hit(0.75) ? { oem: chance.hit(0.9) } : {}),
    shipping,
    ...(chance.hit(0.7) ? { weight_kg: model.weight } : {}),
  }
  const sentences = [
    ...(isPlain ? [model.note] : []),
    deal(conditionWords[condition] ?? partClosings),
    deal(shippingWords[shipping] ?? partClosings),
    ...(chance.hit(0.75) || !isPlain ? [deal(partClosings)] : []),
  ]
  return {
    categoryKey: model.category,
    town,
    sourceLocale: isAbroad ? 'en' : 'fr',
    priceMinor: askingPrice(isAbroad ? amount * 0.86 : amount),
    currency: isAbroad ? 'GBP' : 'EUR',
    title: desk.claimTitle(base, [{ fr: years, en: years }], town),
    body: textOf(chance.hit(0.6) ? sentences : [sentences[1] ?? model.note, ...sentences.filter((_, at) => at !== 1)]),
    fields,
    pictures: drawings(model.motif, { fr: `${model.name.fr}, ${vehicle}`, en: `${model.name.en}, ${vehicle}` }, chance),
  }
}

function shippingFor(weight: number, chance: Chance): string {
  if (weight > 60) return chance.pick(['palette', 'retrait_ou_transporteur'])
  if (weight > 14) return chance.pick(['palette', 'retrait', 'retrait_ou_bourse', 'retrait_ou_transporteur'])
  return chance.pick(['colis', 'colis', 'point_relais', 'retrait_ou_bourse'])
}

function drawings(motif: string, what: Words, chance: Chance): SeedPicture[] {
  const seed = chance.whole(1, 2 ** 31)
  const of = (view: 'cover' | 'left' | 'right', words: Words): SeedPicture => ({
    subject: { motif, paint: null, view, seed },
    alt: words,
  })
  const cover = of('cover', { fr: `Dessin : ${lowered(what.fr)}`, en: `Drawing: ${lowered(what.en)}` })
  if (!chance.hit(0.2)) return [cover]
  return [
    cover,
    of(chance.pick(['left', 'right'] as const), { fr: `${what.fr}, de plus près`, en: `${what.en}, closer` }),
  ]
}

export function writeDocument(model: DocumentModel, desk: Desk): Draft {
  const { chance, deal } = desk
  const town = townIn(desk, model.language === 'en' && chance.hit(0.5) ? 'GB' : 'FR')
  const isAbroad = town.country === 'GB'
  const state = deal(documentStates)
  const amount = model.price * chance.between(0.8, 1.25)
  return {
    categoryKey: model.category,
    town,
    sourceLocale: isAbroad ? 'en' : 'fr',
    priceMinor: askingPrice(isAbroad ? amount * 0.86 : amount),
    currency: isAbroad ? 'GBP' : 'EUR',
    title: desk.claimTitle(model.title, [state.title], town),
    body: textOf([model.body, state.body, deal(partClosings.slice(2, 4))].slice(0, chance.whole(2, 3))),
    fields: {
      doc_type: model.type,
      ...(model.makes ? { doc_makes: model.makes } : {}),
      doc_years: model.years,
      ...(model.language ? { doc_lang: model.language } : {}),
      item_count: model.count,
    },
    pictures: drawings(model.motif, model.title, chance),
  }
}

export function writeService(model: ServiceModel, desk: Desk): Draft {
  const { chance } = desk
  const town = townIn(desk, 'FR')
  return {
    categoryKey: 'services/savoir-faire',
    town,
    sourceLocale: 'fr',
    priceMinor: model.price * 100,
    currency: 'EUR',
    title: desk.claimTitle(model.title, [], town),
    body: model.body,
    fields: {
      service_type: model.type,
      area: model.type === 'transport' ? `${town.area} et départements voisins` : 'France, envoi postal',
      siret: `000 000 ${String(chance.whole(1, 999)).padStart(3, '0')} 000${chance.whole(10, 99)}`,
      ...(model.warranty > 0 ? { warranty_months: model.warranty } : {}),
      lead_time_days: model.lead,
    },
    pictures: drawings(model.motif, model.title, chance),
  }
}

export function writeWantedVehicle(model: VehicleModel, desk: Desk): Draft {
  const { chance, deal } = desk
  const isAbroad = model.isBritish && chance.hit(0.4)
  const town = townIn(desk, isAbroad ? 'GB' : 'FR')
  const name = `${model.make} ${model.model}`
  const years = `${model.years[0]}-${model.years[1]}`
  const end = deal(wantedVehicleWords.titles)
  return {
    categoryKey: 'recherche/recherche-vehicule',
    town,
    sourceLocale: isAbroad ? 'en' : 'fr',
    priceMinor: null,
    currency: isAbroad ? 'GBP' : 'EUR',
    title: desk.claimTitle(
      { fr: `Cherche ${name}, ${end.fr}`, en: `Wanted: ${name}, ${end.en}` },
      [{ fr: years, en: years }],
      town,
    ),
    body: textOf([deal(wantedVehicleWords.openings), deal(wantedVehicleWords.middles), deal(wantedVehicleWords.ends)]),
    fields: {
      part_for: name,
      part_years: years,
      ...(chance.hit(0.7) ? { budget_max: askingPrice(model.price * chance.between(0.5, 1)) } : {}),
    },
    pictures: [wantedDrawing(model.motif, name, chance)],
  }
}

export function writeWantedPart(model: PartModel, desk: Desk): Draft {
  const { chance, deal } = desk
  const [vehicle, years] = deal(model.fits)
  const isAbroad = britishMakes.test(vehicle) && chance.hit(0.4)
  const town = townIn(desk, isAbroad ? 'GB' : 'FR')
  return {
    categoryKey: 'recherche/recherche-piece',
    town,
    sourceLocale: isAbroad ? 'en' : 'fr',
    priceMinor: null,
    currency: isAbroad ? 'GBP' : 'EUR',
    title: desk.claimTitle(
      {
        fr: `Cherche ${lowered(model.name.fr)} pour ${vehicle}`,
        en: `Wanted: ${lowered(model.name.en)} for ${vehicle}`,
      },
      [{ fr: years, en: years }],
      town,
    ),
    body: textOf([deal(wantedPartWords.openings), deal(wantedPartWords.middles), deal(wantedPartWords.ends)]),
    fields: {
      part_for: vehicle,
      part_years: years,
      ...(model.ref ? { part_ref: model.ref } : {}),
      ...(chance.hit(0.6) ? { budget_max: askingPrice(model.price * chance.between(0.6, 1.3)) } : {}),
    },
    pictures: [wantedDrawing(model.motif, `${model.name.fr} ${vehicle}`, chance)],
  }
}

function wantedDrawing(motif: string, name: string, chance: Chance): SeedPicture {
  return {
    subject: { motif: `wanted:${motif}`, paint: null, view: 'cover', seed: chance.whole(1, 2 ** 31) },
    alt: { fr: `Affichette dessinée : on recherche ${name}`, en: `Drawn notice: looking for ${name}` },
  }
}
