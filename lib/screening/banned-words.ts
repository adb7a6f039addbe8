import type { BannedOutcome, BannedWords } from './find-banned-words.ts'

const list = (outcome: BannedOutcome, words: string): BannedWords =>
  words.split(',').map((word) => ({ word: word.trim(), outcome }))

/**
 * What may be sold nowhere by an ad, or only by people a moderator has looked at. Short on purpose: an operator adds to
 * it. Bare `ivoire` and `pistolet` are left out, since a colour and a paint gun are called so.
 */
export const wordsEverywhere: BannedWords = [
  ...list('refuse', 'arme à feu, armes à feu, fusil mitrailleur, kalachnikov, silencieux d’arme, mine antipersonnel'),
  ...list('refuse', 'firearm, firearms, machine gun, assault rifle, sawn-off shotgun, land mine'),
  ...list('refuse', 'ivoire d’éléphant, défense d’éléphant, défenses d’éléphant, corne de rhinocéros, pangolin'),
  ...list('refuse', 'elephant ivory, ivory tusk, ivory tusks, elephant tusk, rhino horn, rhinoceros horn'),
  ...list('refuse', 'cocaïne, cocaine, ecstasy, crack à fumer, résine de cannabis, crystal meth'),
  ...list(
    'refuse',
    'faux papiers, fausse carte grise, faux permis, plaques volées, fake papers, fake logbook, stolen plates',
  ),
  ...list(
    'review',
    'munitions, grenade, grenades, détonateur, détonateurs, explosif, explosifs, fusil, carabine, revolver',
  ),
  ...list('review', 'ammunition, live rounds, detonator, detonators, explosive, explosives, shotgun, rifle, handgun'),
  ...list('review', 'écaille de tortue, peau de léopard, tortoiseshell, leopard skin, ivory carving, ivoire sculpté'),
  ...list('review', 'cannabis, stupéfiants, carte grise seule, logbook only, V5 only, escort girl, massage érotique'),
]

/** France: radar warners (R413-15 of the road code), Nazi emblems (R645-1 of the penal code), asbestos (1996 decree). */
export const wordsInFrance: BannedWords = [
  ...list(
    'refuse',
    'détecteur de radars, détecteur de radar, brouilleur de radar, antiradar, radar detector, radar jammer',
  ),
  ...list('review', 'croix gammée, insigne nazi, drapeau nazi, swastika, nazi flag, amiante, asbestos'),
]

/** United Kingdom: offensive weapons that may not be sold, asbestos. */
export const wordsInBritain: BannedWords = [
  ...list('refuse', 'zombie knife, flick knife, knuckleduster, radar jammer, pepper spray'),
  ...list('review', 'asbestos, amiante, swastika'),
]
