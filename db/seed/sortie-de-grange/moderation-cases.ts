import type { ModerationCase } from '../seed-types.ts'

/** Ads a moderator must stop; each shows one way people try. None is ever published. */
export const moderationCases: readonly ModerationCase[] = [
  {
    number: 901,
    categoryKey: 'pieces/moteur-boite',
    why: 'contact leak, spelled digits',
    title: 'Moteur 2CV 602',
    body: 'Moteur complet 602, tourne. Appelez moi au zéro six, trente neuf, quatre vingt dix huit, zero zero, onze.',
  },
  {
    number: 902,
    categoryKey: 'pieces/carrosserie',
    why: 'contact leak, obfuscated e-mail + social handle',
    title: 'Aile avant 4L',
    body: 'Aile neuve. Ecrivez jean point dupont arobase example point org ou insta @aile4l',
  },
  {
    number: 903,
    categoryKey: 'vehicules/motos',
    why: 'contact leak, digits split by words and homoglyphs',
    title: 'BMW R50 1959',
    body: 'Moto saine. O6.39.9B.OO.l2, oui la lettre B remplace le huit.',
  },
  {
    number: 904,
    categoryKey: 'vehicules/youngtimers-1976-1996',
    why: 'contact leak in a photo (OCR) - caption names it',
    title: 'Golf GTI 1983',
    body: 'Toutes les infos sur la photo 4.',
  },
  {
    number: 905,
    categoryKey: 'vehicules/autos-1945-1975',
    why: 'price trap + off-platform push (fraud pattern)',
    title: 'Jaguar Type E 1965 1 200 EUR',
    body: "Je suis a l'etranger, la voiture est chez un transporteur, acompte par coupon et je vous l'envoie.",
  },
  {
    number: 906,
    categoryKey: 'pieces/carrosserie',
    why: 'duplicate of ad 18 from another account (same photo hash)',
    title: 'Capot 2cv ondule',
    body: "Capot ondulé d'origine, droit, deux piqûres de rouille près de la charnière.",
  },
  {
    number: 907,
    categoryKey: 'services/savoir-faire',
    why: 'prohibited category in the FR profile: housing rental (Hoguet, marchand de listes)',
    title: 'Studio 22 m2 Lyon 7e 480 EUR/mois',
    body: 'Studio meublé libre, coordonnées du propriétaire.',
  },
  {
    number: 908,
    categoryKey: 'services/savoir-faire',
    why: 'prohibited in the FR profile: paid job offer (C. trav. L5331-1)',
    title: 'Recherche mécanicien CDI 2 200 EUR',
    body: "Poste à pourvoir, coordonnées de l'employeur après paiement.",
  },
]
