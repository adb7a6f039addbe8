export const checkout = {
  rail: {
    wallet: 'Solde',
    voucher: 'Bon',
    premium_sms: 'SMS',
    premium_call: 'Appel',
    carrier_billing: 'Facture mobile',
    prepaid_card: 'Carte prépayée',
    card: 'Carte bancaire',
    lightning: 'Lightning',
  },
  consent: {
    what: 'Vous achetez l’accès au contact de l’annonce {ref}, sans limite de durée.',
    topUp: 'Vous rechargez votre solde. Il ne sert que sur ce site et n’expire pas.',
    once: 'Vous êtes débité une seule fois de {price} TTC. Ce n’est pas un abonnement.',
    textCost: 'S’ajoute le prix d’un SMS normal, selon votre forfait.',
    callCost: 'S’ajoute le prix d’un appel normal, selon votre forfait.',
    surplus: 'Ce moyen de paiement ne permet pas le montant exact : {amount} vont sur votre solde.',
    refund: 'Numéro faux, annonce déjà vendue : dites-le sous 14 jours, vous êtes remboursé.',
    payButton: 'Payer {price} et voir le numéro',
    topUpButton: 'Payer {price} et recharger le solde',
    waiver: 'Je demande l’accès immédiat et je renonce à mon droit de rétractation de 14 jours pour ce contact.',
  },
}
