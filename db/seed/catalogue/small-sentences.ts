import type { Words } from '../seed-types.ts'

const bank = (rows: readonly (readonly [fr: string, en: string])[]): readonly Words[] =>
  rows.map(([fr, en]) => ({ fr, en }))

/** What a part's title adds about its state, in words that need no agreement. */
export const partStates: Readonly<Record<string, Words>> = {
  neuve_stock_ancien: { fr: 'ancien stock', en: 'new old stock' },
  reconditionnee: { fr: 'échange atelier', en: 'refurbished' },
  revisee: { fr: 'révision faite', en: 'overhauled' },
  occasion_controlee: { fr: 'contrôle fait', en: 'checked' },
  occasion_bonne: { fr: 'bonne occasion', en: 'good used' },
  a_restaurer: { fr: 'à restaurer', en: 'to restore' },
}

export const documentStates: readonly Readonly<{ title: Words; body: Words }>[] = [
  {
    title: { fr: 'bel état', en: 'fine condition' },
    body: { fr: 'Conservé au sec dans une bibliothèque fermée.', en: 'Kept dry in a closed bookcase.' },
  },
  {
    title: { fr: 'état d’usage', en: 'used condition' },
    body: {
      fr: 'A servi à l’atelier, cela se voit et c’est lisible.',
      en: 'Has been used in a workshop; it shows, and it is all legible.',
    },
  },
  {
    title: { fr: 'fonds de garage', en: 'from a closed garage' },
    body: {
      fr: 'Provient d’un garage fermé, jamais passé en bourse.',
      en: 'From a garage that closed, never shown at a fair.',
    },
  },
  {
    title: { fr: 'fin de collection', en: 'end of a collection' },
    body: {
      fr: 'Je réduis ma collection et préfère vendre à qui s’en sert.',
      en: 'I am thinning out a collection and would rather sell to someone who will use it.',
    },
  },
  {
    title: { fr: 'succession', en: 'from an estate' },
    body: { fr: 'Vient de la bibliothèque de mon père, mécanicien.', en: 'From the shelves of my father, a mechanic.' },
  },
]

export const wantedVehicleWords = {
  titles: bank([
    ['même en panne', 'any condition considered'],
    ['à restaurer', 'to restore'],
    ['projet ou épave complète', 'project or complete wreck'],
    ['en état de marche', 'in running order'],
    ['sortie de grange bienvenue', 'barn find welcome'],
  ]),
  openings: bank([
    [
      'J’ai appris à conduire sur ce modèle et j’en cherche un autre.',
      'I learnt to drive on this model and would like another.',
    ],
    ['Pour remplacer celui de mon père, vendu trop vite.', 'To replace my father’s, sold too quickly.'],
    ['Mécanicien à la retraite, j’ai le temps et l’atelier.', 'Retired mechanic with the time and the workshop.'],
    [
      'Je cherche pour restaurer dans les règles, pas pour revendre.',
      'Wanted for a proper restoration, not for resale.',
    ],
    [
      'Notre club en cherche un exemplaire pour son musée de village.',
      'Our club is looking for one for its village museum.',
    ],
    ['Premier projet avec ma fille, nous voulons apprendre.', 'A first project with my daughter; we want to learn.'],
  ]),
  middles: bank([
    [
      'La rouille ne me fait pas peur, les papiers absents un peu plus.',
      'Rust does not scare me; missing papers do a little.',
    ],
    ['Moteur bloqué accepté, châssis droit souhaité.', 'Seized engine accepted, straight chassis preferred.'],
    ['Version d’origine de préférence, peu importe la couleur.', 'Unmodified preferred, any colour.'],
    [
      'Je regarde aussi les lots de pièces et les épaves complètes.',
      'I also look at lots of parts and complete wrecks.',
    ],
    ['Tout département à moins de cinq heures de route.', 'Anywhere within five hours’ drive.'],
    ['Même immobilisé au fond d’un hangar.', 'Even stuck at the back of a shed.'],
  ]),
  ends: bank([
    ['Paiement à l’enlèvement, plateau disponible.', 'Payment on collection, trailer available.'],
    [
      'Je viens voir sous huit jours et je réponds à tout le monde.',
      'I will come within a week and I answer everyone.',
    ],
    ['Une photo de la plaque suffit pour commencer.', 'A photo of the plate is enough to begin with.'],
    ['Merci aussi pour les pistes, même vagues.', 'Leads welcome too, however vague.'],
  ]),
}

export const wantedPartWords = {
  openings: bank([
    ['Il ne me manque plus que cette pièce pour rouler.', 'This is the last part I need to get going.'],
    ['La mienne a été mal réparée autrefois.', 'Mine was badly repaired long ago.'],
    ['Je termine une restauration commencée il y a six ans.', 'I am finishing a restoration begun six years ago.'],
    ['Cassée au démontage, par ma faute.', 'Broken during removal, by my own hand.'],
    ['Le précédent propriétaire avait monté autre chose.', 'The previous owner had fitted something else.'],
  ]),
  middles: bank([
    [
      'D’origine de préférence, une bonne refabrication me va aussi.',
      'Original preferred, a good reproduction would do.',
    ],
    ['L’état de surface n’importe pas, la matière si.', 'The finish does not matter; the metal does.'],
    ['Je peux échanger contre d’autres pièces du même modèle.', 'Can swap for other parts of the same model.'],
    ['Même incomplète, je compléterai avec la mienne.', 'Even incomplete: mine will supply the rest.'],
    ['Envoyez une photo et la référence gravée.', 'Send a photo and the stamped number.'],
  ]),
  ends: bank([
    ['Port à ma charge.', 'I pay the postage.'],
    ['Remise possible à la bourse de printemps.', 'Can meet at the spring autojumble.'],
    ['Je me déplace dans un rayon de 200 km.', 'I will travel 120 miles for it.'],
    ['Règlement dans la journée.', 'Paid the same day.'],
  ]),
}
