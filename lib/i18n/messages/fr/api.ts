export const api = {
  title: 'Développeurs',
  description: 'L’interface publique du site : chercher des annonces, acheter un contact, suivre un achat.',
  intro:
    'Les pages du site passent par cette interface ; un programme peut faire de même. Les lectures sont publiques et identiques pour tous. Une annonce n’y contient jamais le contact.',
  document: 'La description complète, au format OpenAPI 3.1 :',
  example: 'Exemple',
  errors: 'Erreurs',
  errorsText:
    'Un refus est un objet « application/problem+json » (RFC 9457) : « type » nomme la cause, « errors » les champs.',
  idempotency: 'Répéter sans risque',
  idempotencyText:
    'Avec l’en-tête « Idempotency-Key », la même demande répétée reçoit la même réponse, pour toujours, sans les secrets qui ne sont montrés qu’une fois. La même clé avec un autre contenu est refusée (409).',
  cache: 'Fraîcheur',
  cacheText:
    'Les lectures publiques peuvent être gardées 30 secondes. Une annonce modifiée ou vendue disparaît d’ici en moins d’une seconde.',
  parameters: 'Paramètres',
  body: 'Contenu envoyé',
  answer: 'Réponse',
  name: 'Nom',
  where: 'Place',
  type: 'Type',
  meaning: 'Sens',
  required: 'requis',
  in: { path: 'adresse', query: 'requête', header: 'en-tête', cookie: 'cookie' },
  tag: {
    Ads: 'Annonces',
    Posting: 'Dépôt d’annonce',
    Purchases: 'Achats',
    Payer: 'Payeur',
    Notices: 'Signalements et recours',
    Members: 'Inscription et connexion',
    Account: 'Compte',
  },
  schemas: 'Objets',
  noFields: 'Aucun champ.',
  facetCategory: 'Catégorie',
  facetCost: 'Prix du contact',
}
