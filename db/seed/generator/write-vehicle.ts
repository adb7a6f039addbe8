import type { FieldValues } from '../../schema/ads.ts'
import type { VehicleModel } from '../catalogue/vehicle-models.ts'
import {
  bodies,
  extras,
  logistics,
  masculineTraits,
  mechanics,
  openings,
  papers,
  reasons,
  traits,
} from '../catalogue/vehicle-sentences.ts'
import { paints } from '../pictures/palette.ts'
import type { Chance } from '../random.ts'
import type { SeedPicture, Words } from '../seed-types.ts'
import { askingPrice, type Desk, type Draft, textOf, townIn } from './draft.ts'

type Running = keyof typeof traits
type Facts = Readonly<{
  model: VehicleModel
  year: number
  condition: number
  running: Running
  isAbroad: boolean
  stop: number
  work: number
  reason: string
  registration: string
}>

const priceByCondition = [0, 1.5, 1.2, 0.92, 0.52, 0.34, 0.2] as const

/** One vehicle ad: facts first, then words, price and pictures that agree with them. */
export function writeVehicle(model: VehicleModel, desk: Desk): Draft {
  const { chance } = desk
  const facts = factsOf(model, desk)
  const town = townIn(desk, facts.isAbroad ? 'GB' : 'FR')
  const paint = paintFor(model, chance)
  const amount =
    model.price *
    (priceByCondition[facts.condition] ?? 1) *
    chance.between(0.88, 1.14) *
    (facts.running === 'demontee' ? 0.8 : 1)
  return {
    categoryKey: model.category,
    town,
    sourceLocale: facts.isAbroad ? 'en' : 'fr',
    priceMinor: askingPrice(facts.isAbroad ? amount * 0.86 : amount),
    currency: facts.isAbroad ? 'GBP' : 'EUR',
    title: titleOf(facts, paint, { desk, town }),
    body: textOf(sentencesOf(facts, desk)),
    fields: fieldsOf(facts, chance),
    pictures: picturesOf(facts, paint, chance),
  }
}

function factsOf(model: VehicleModel, { chance, year: today }: Desk): Facts {
  const year = chance.whole(model.years[0], model.years[1])
  const condition = chance.pick([1, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 5, 5, 5, 6])
  const running = runningOf(condition, chance)
  const isAbroad = model.isBritish ? chance.hit(0.55) : chance.hit(0.015)
  const firstStop = Math.max(year + 10, 1968)
  return {
    model,
    year,
    condition,
    running,
    isAbroad,
    stop: chance.whole(firstStop, Math.max(firstStop + 2, Math.min(2014, today - 6))),
    work: chance.whole(today - 9, today - 1),
    reason: reasonOf(model, running, chance),
    registration: registrationOf(model, { running, isAbroad, chance }),
  }
}

function runningOf(condition: number, chance: Chance): Running {
  if (condition <= 2) return 'roule'
  if (condition === 3)
    return chance.pick(['roule', 'roule', 'roule', 'tourne_ne_roule_pas', 'bloquee_non_tourne_manivelle'] as const)
  if (condition === 4)
    return chance.pick([
      'bloquee_non_tourne_manivelle',
      'bloquee_non_tourne_manivelle',
      'tourne_ne_roule_pas',
      'tourne_ne_roule_pas',
      'demontee',
    ] as const)
  return chance.pick(['bloquee_non_tourne_manivelle', 'demontee'] as const)
}

function reasonOf({ family }: VehicleModel, running: Running, chance: Chance): string {
  const usual = ['succession', 'manque_place', 'achat_autre']
  if (running !== 'roule') return chance.pick(['succession', 'manque_place', 'projet_abandonne', 'projet_abandonne'])
  if (family === 'tractor') return chance.pick([...usual, 'retraite', 'retraite'])
  return chance.pick([...usual, family === 'bike' ? 'age' : family === 'moped' ? 'manque_place' : 'arret_conduite'])
}

function registrationOf(
  { family }: VehicleModel,
  how: { running: Running; isAbroad: boolean; chance: Chance },
): string {
  const { running, isAbroad, chance } = how
  if (isAbroad) return chance.hit(0.9) ? 'v5c' : 'aucun'
  if (family === 'tractor') return chance.pick(['papiers_agricoles', 'papiers_agricoles', 'carte_grise_ok', 'aucun'])
  if (family === 'moped') return chance.pick(['carte_grise_ok', 'carte_grise_ok', 'aucun', 'perdue_ffve_en_cours'])
  if (running === 'roule') return chance.pick(['carte_grise_ok', 'carte_grise_collection'])
  return chance.pick(['carte_grise_ok', 'carte_grise_ok', 'perdue_ffve_en_cours', 'perdue_ffve_en_cours', 'aucun'])
}

function sentencesOf(facts: Facts, { chance, deal }: Desk): Words[] {
  const { model, running, condition, reason, registration } = facts
  const group =
    model.family === 'tractor' ? 'farm' : model.family === 'bike' || model.family === 'moped' ? 'small' : 'carLike'
  const grade = condition <= 2 ? 'good' : condition === 3 ? 'fair' : 'poor'
  const outside = ['field-car', 'landcar', 'truck', 'pickup'].includes(model.motif)
  const opening = deal(running === 'roule' ? openings.running : openings.stopped)
  const note = deal(model.notes)
  const mechanic = deal(mechanics[group][running])
  const body =
    model.family === 'van' ? dealWithout(/coffre|clé/, () => deal(bodies.carLike[grade])) : deal(bodies[group][grade])
  const extra = deal(extras[model.family === 'van' && outside ? 'field' : model.family])
  const end = chance
    .shuffle([deal(papers[registration] ?? logistics), deal(reasons[reason] ?? logistics), deal(logistics)])
    .slice(0, chance.whole(1, 2))
  const order = chance.pick([
    [opening, note, mechanic, body, extra],
    [note, mechanic, body, opening],
    [opening, mechanic, note, body],
    [note, body, mechanic, extra],
    [opening, body, mechanic, extra, note],
  ])
  return [...order, ...end].map((words) => spoken(words, facts))
}

function dealWithout(pattern: RegExp, deal: () => Words): Words {
  let words = deal()
  for (let tries = 0; tries < 12 && pattern.test(words.fr); tries += 1) words = deal()
  return words
}

function spoken(words: Words, { model, stop, work }: Facts): Words {
  const forms: Readonly<Record<string, string>> = {
    e: model.isFeminine ? 'e' : '',
    il: model.isFeminine ? 'elle' : 'il',
    Il: model.isFeminine ? 'Elle' : 'Il',
    la: model.isFeminine ? 'la' : 'le',
    stop: String(stop),
    work: String(work),
  }
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => forms[name] ?? '')
  return { fr: fill(words.fr), en: fill(words.en) }
}

function titleOf(facts: Facts, paint: string, at: { desk: Desk; town: Draft['town'] }): Words {
  const { model, year, running } = facts
  const { chance, deal, claimTitle } = at.desk
  const agreed = (words: Words) => ({
    fr: model.isFeminine ? words.fr : (masculineTraits[words.fr] ?? words.fr),
    en: words.en,
  })
  const color = paints[paint]?.name ?? { fr: paint, en: paint }
  const trait = chance.hit(0.2) && running === 'roule' ? color : agreed(deal(traits[running]))
  const base = {
    fr: `${model.make} ${model.model} ${year}, ${trait.fr}`,
    en: `${year} ${model.make} ${model.model}, ${trait.en}`,
  }
  return claimTitle(base, [color], at.town)
}

function fieldsOf(facts: Facts, chance: Chance): FieldValues {
  const { model, year, condition, running, registration, isAbroad, stop, work, reason } = facts
  const needsTest = model.family === 'car' || model.family === 'van'
  const inspection = isAbroad
    ? running === 'roule' && year < 1985
      ? 'mot_exempt'
      : 'sorn'
    : !needsTest
      ? 'non_concerne'
      : running !== 'roule'
        ? 'aucun'
        : registration === 'carte_grise_collection'
          ? 'ct_moins_5_ans'
          : 'ct_moins_2_ans'
  const km = model.family === 'moped' ? chance.whole(3, 26) * 1000 : chance.whole(180, 1900) * 100
  return {
    make: model.make,
    model: model.model,
    year,
    ...(model.family !== 'tractor' && running !== 'demontee' && chance.hit(0.62) ? { km } : {}),
    running,
    condition: String(condition),
    registration,
    inspection,
    ...(chance.hit(0.7) ? { matching_numbers: chance.hit(0.7) } : {}),
    last_used: running === 'roule' ? work + chance.whole(0, 1) : stop,
    origin_reason: reason,
  }
}

function paintFor({ family, motif, make }: VehicleModel, chance: Chance): string {
  if (make === 'Solex') return chance.pick(['noir', 'noir', 'noir', 'jaune', 'bleu'])
  if (family === 'tractor') return chance.pick(['gris', 'rouge', 'bleu', 'orange', 'vert', 'gris'])
  if (motif === 'field-car' || motif === 'truck') return chance.pick(['vert-olive', 'vert-olive', 'beige', 'gris'])
  if (motif === 'landcar') return chance.pick(['vert', 'gris', 'bleu', 'vert-olive', 'beige'])
  if (motif === 'traction') return chance.pick(['noir', 'noir', 'gris', 'bleu-nuit', 'bordeaux'])
  if (motif === 'vintage-saloon' || motif === 'torpedo' || motif === 'cyclecar')
    return chance.pick(['bordeaux', 'bleu-nuit', 'vert', 'noir', 'beige', 'bleu', 'marron', 'ivoire'])
  return chance.pick(Object.keys(paints).filter((name) => name !== 'vert-olive'))
}

function picturesOf({ model, year }: Facts, paint: string, chance: Chance): SeedPicture[] {
  const name = `${model.make} ${model.model}`
  const color = paints[paint]?.name ?? { fr: paint, en: paint }
  const seed = chance.whole(1, 2 ** 31)
  const of = (view: 'cover' | 'left' | 'right', words: Words): SeedPicture => ({
    subject: { motif: model.motif, paint, view, seed },
    alt: words,
  })
  const cover = of('cover', {
    fr: `Dessin : ${name} ${year}, ${color.fr}`,
    en: `Drawing: ${year} ${name}, ${color.en}`,
  })
  if (!chance.hit(0.24)) return [cover]
  const close = [
    of('left', { fr: `${name}, détail d’un côté`, en: `${name}, detail of one end` }),
    of('right', { fr: `${name}, détail de l’autre côté`, en: `${name}, detail of the other end` }),
  ]
  const thing = (motif: string, words: Words): SeedPicture => ({
    subject: { motif, paint, view: 'cover', seed: chance.whole(1, 2 ** 31) },
    alt: words,
  })
  const inside =
    model.family === 'car' || model.family === 'van'
      ? thing('dials', { fr: `${name}, tableau de bord`, en: `${name}, dashboard` })
      : thing('toolbox', { fr: `${name}, outils fournis`, en: `${name}, tools included` })
  const motor = thing(model.family === 'bike' || model.family === 'moped' ? 'finned-engine' : 'engine', {
    fr: `${name}, moteur`,
    en: `${name}, engine`,
  })
  return [cover, ...chance.shuffle([...close, inside, motor]).slice(0, chance.whole(1, 3))]
}
