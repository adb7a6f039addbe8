export const home = {
  line: 'L’annonce est gratuite. Le numéro se mérite.',
  intro:
    'Autos, motos et tracteurs sortis de grange, pièces et papiers qui vont avec. Toutes les annonces se lisent en entier. Vous ne payez que le contact qui vous intéresse, une seule fois.',
  title: 'Annonces de véhicules anciens et de pièces',
  categories: 'Rubriques',
  newest: 'Dernières annonces',
  seeAll: 'Voir toutes les annonces',
  how: 'Comment cela marche',
  step1: 'Lisez tout',
  step1Text: 'Photos, texte et caractéristiques sont en accès libre. Le prix du contact est écrit sur chaque annonce.',
  step2: 'Payez une fois',
  step2Text:
    'SMS, appel, facture mobile, bon, carte ou solde. Le montant exact est affiché avant tout paiement. Pas de compte à créer.',
  step3: 'Appelez',
  step3Text: 'Le numéro s’affiche aussitôt et reste à vous. S’il est faux, vous êtes remboursé.',
  allPrices: 'Voir tous les prix',
  online: '{count, plural, one {# annonce en ligne} other {# annonces en ligne}}',
  costFrom: 'contact {price}',
  contactFree: 'contact gratuit',
}
