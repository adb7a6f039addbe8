/** Mails about claims, withdrawals and whether ads still stand; the greeting and the signature stand around each. */
export const mailClaims = {
  claimReceived: {
    subject: 'Votre réclamation sur l’annonce {ref}',
    body: 'Vous nous avez dit que le contact de l’annonce {ref}, « {title} », n’était pas bon. C’est noté.\n\n{answer}\n\nOù en est votre réclamation :\n{url}',
  },
  claimRefunded: {
    subject: 'Votre réclamation sur l’annonce {ref} est acceptée',
    body: 'Vous nous avez dit que le contact de l’annonce {ref}, « {title} », n’était pas bon. Nous vous remboursons {amount}.\n\n{answer}\n\nLe détail, et où en est le remboursement :\n{url}',
  },
  claimRejected: {
    subject: 'Votre réclamation sur l’annonce {ref}',
    body: 'Vous nous avez dit que le contact de l’annonce {ref}, « {title} », n’était pas bon. Nous n’avons pas remboursé cet achat, pour cette raison :\n\n{answer}\n\nSi vous n’êtes pas d’accord, écrivez-nous : l’adresse est sur cette page.\n{url}',
  },
  claimAskSeller: {
    subject: 'Votre annonce {ref} : êtes-vous toujours joignable ?',
    body: 'Quelqu’un qui a acheté votre contact nous dit qu’il n’arrive pas à vous joindre pour l’annonce {ref}, « {title} ».\n\nDites-nous en un clic si l’annonce et votre contact sont toujours bons :\n{url}\n\nSans réponse de votre part sous {hours, plural, one {une heure} other {# heures}}, nous remboursons cette personne et votre contact n’est plus vendu jusqu’à votre réponse.',
  },
  confirmAds: {
    subject:
      '{count, plural, one {Votre annonce est-elle toujours d’actualité ?} other {Vos # annonces sont-elles toujours d’actualité ?}}',
    body: '{count, plural, one {Vous n’avez pas confirmé cette annonce depuis un moment} other {Vous n’avez pas confirmé ces annonces depuis un moment}}. Les acheteurs voient de quand date votre dernière confirmation, et choisissent d’abord les annonces fraîches.\n\n{list}\n\n{count, plural, one {Confirmer l’annonce} other {Confirmer toutes ces annonces d’un coup}} :\n{url}',
  },
  withdrawalReceived: {
    subject: 'Accusé de réception de votre rétractation {ref}',
    body: 'Nous accusons réception de votre déclaration de rétractation, confirmée le {date}. Gardez ce message.\n\nDéclaration :\n{statement}\n\nNom : {name}\nRéférence : {ref}\n\nSuite donnée :\n{answer}\n\nCet accusé de réception est aussi à cette adresse, et s’imprime :\n{url}',
  },
}
