export const withdrawal = {
  title: 'Renoncer au contrat',
  intro:
    'La loi vous donne 14 jours pour renoncer à un achat fait à distance, sans donner de raison. Ici, en deux étapes et sans compte.',
  step1: 'Étape 1 sur 2 : quel achat ?',
  step2: 'Étape 2 sur 2 : confirmer',
  which: 'L’achat auquel vous renoncez',
  other: 'Un autre achat, par son reçu',
  name: 'Votre nom',
  email: 'Votre adresse e-mail',
  emailHint: 'Pour l’accusé de réception. Elle ne sert à rien d’autre.',
  next: 'Continuer',
  contract: {
    contact: 'l’accès au contact de l’annonce {ref} (« {title} »)',
    topUp: 'une recharge de mon solde',
    service: 'un service de publication pour l’annonce {ref}',
  },
  purchaseLine: 'Reçu n° {number} · {what} · {amount} · {date}',
  statement: 'Je soussigné(e) {name} renonce au contrat suivant : {what}, reçu n° {number}, payé {amount} le {date}.',
  confirmIntro: 'Voici ce que vous allez déclarer. Rien n’est enregistré avant que vous confirmiez.',
  yourStatement: 'Votre déclaration',
  sentTo: 'Accusé de réception envoyé à {email}',
  confirmButton: 'Confirmer la rétractation',
  change: 'Corriger',
  goneTitle: 'Cette page n’est plus valable',
  goneText: 'Elle date de plus d’une heure, ou l’adresse est incomplète. Rien n’a été enregistré.',
  again: 'Reprendre à l’étape 1',
  ackTitle: 'Accusé de réception de votre rétractation',
  ackIntro: 'Confirmée le {date}. Référence {ref}.',
  ackKeep: 'Gardez cette adresse ou imprimez la page. Le même texte part par e-mail à {email}.',
  follows: 'Suite donnée',
  refundDone: '{amount} rendus le {date}.',
  refundAsking:
    'Le prestataire n’a pas encore répondu à notre demande de remboursement ; nous la répétons jusqu’à sa réponse.',
  refundRefused:
    'Le prestataire n’a pas pu rendre la somme par le moyen utilisé : elle est sur votre solde, et nous convenons avec vous d’un autre moyen.',
  claimLink: 'Le contact n’était pas bon ? Faire une réclamation',
  print: 'Imprimer',
  byMailTitle: 'Par courrier ou par e-mail',
  byMail: 'Vous pouvez aussi écrire « Je renonce à mon achat », avec votre nom et le numéro du reçu, à :',
  rules: 'Ce que dit la loi',
  contactRule:
    'Pour un contact : le droit de rétractation disparaît quand le contact vous a été montré, puisque vous aviez demandé l’accès immédiat. Tant qu’il n’a pas été montré, vous êtes remboursé en entier. S’il était mauvais, vous pouvez réclamer dans tous les cas.',
  topUpRule: 'Pour une recharge du solde : la part que vous n’avez pas utilisée vous est rendue.',
  state: 'Rétractation confirmée le {date}.',
  stateLink: 'Voir l’accusé de réception',
  answer: {
    refunded_provider:
      'Le contact ne vous avait pas encore été montré : vous êtes remboursé en entier, soit {amount}, par le moyen de paiement utilisé quand le prestataire l’accepte, sinon sur votre solde. L’accès est refermé.',
    refunded_wallet:
      'Le contact ne vous avait pas encore été montré : vous êtes remboursé en entier, soit {amount}, sur votre solde, car le moyen de paiement utilisé ne permet pas de rendre l’argent. L’accès est refermé. Écrivez-nous si vous préférez un virement.',
    top_up_provider:
      'La part non utilisée de cette recharge, soit {amount}, est retirée de votre solde et vous est rendue par le moyen de paiement utilisé.',
    top_up_review:
      'La part non utilisée de cette recharge est de {amount}. Le moyen de paiement utilisé ne permet pas de la rendre : nous vous écrivons sous 14 jours pour convenir d’un autre. D’ici là elle reste sur votre solde.',
    top_up_spent: 'Cette recharge a été entièrement utilisée : il n’y a plus de part à rendre.',
    waived:
      'Le contact vous a été montré, et vous aviez demandé cet accès immédiat en renonçant au délai de 14 jours : le droit de rétractation ne s’applique plus. Votre déclaration est enregistrée. Si le contact n’était pas bon, faites une réclamation : vous pouvez être remboursé pour cette raison.',
    too_late:
      'Le délai de 14 jours est passé : le droit de rétractation ne s’applique plus. Votre déclaration est enregistrée.',
    already_refunded:
      'Cet achat vous avait déjà été remboursé, ou repris par votre banque ou votre opérateur. Il n’y a plus rien à rendre.',
    review:
      'Une personne de notre équipe examine votre déclaration et vous répond sous 14 jours, avec le remboursement de la part non exécutée du service.',
  },
  admin: {
    title: 'Rétractations',
    intro: 'Le registre des déclarations confirmées, mot pour mot. Rien ne s’y efface.',
    export: 'Exporter (CSV)',
    none: 'Aucune rétractation.',
    all: 'Toutes',
    count: '{count, plural, =0 {Aucune rétractation} one {Une rétractation} other {# rétractations}}',
    when: 'Confirmée',
    name: 'Nom',
    receipt: 'Reçu',
    amount: 'Payé',
    refunded: 'Rendu',
    outcome: 'Suite',
    ref: 'Référence',
    statement: 'Déclaration',
    outcomes: {
      refunded: 'remboursée',
      right_waived: 'droit éteint',
      too_late: 'hors délai',
      already_refunded: 'déjà remboursée',
      review: 'à traiter',
    },
    asking: 'prestataire interrogé',
    refused: 'refusé, sur le solde',
  },
}
