/** `find.<kind>` explains what screening saw; `kind.<kind>` names it in a list. */
export const screening = {
  kind: {
    phone: 'Numéro de téléphone',
    spelled_phone: 'Numéro en toutes lettres',
    email: 'Adresse e-mail',
    link: 'Lien ou site',
    handle: 'Nom sur un réseau',
    messenger: 'Messagerie',
    social_bypass: 'Renvoi vers un autre endroit',
    address: 'Adresse précise',
    qr: 'Code QR',
    banned: 'Mot interdit',
  },
  find: {
    phone:
      '« {seen} » se lit comme un numéro de téléphone. Le texte de l’annonce est public : le numéro va à l’étape Contact, où il reste caché.',
    spelled_phone:
      '« {seen} » se lit comme un numéro écrit en lettres ou à moitié en lettres. Le texte est public : le numéro va à l’étape Contact, où il reste caché.',
    email:
      '« {seen} » se lit comme une adresse e-mail. Le texte de l’annonce est public : l’adresse va à l’étape Contact, où elle reste cachée.',
    link: '« {seen} » mène à un site où vos coordonnées peuvent se trouver. Retirez le lien ; votre contact va à l’étape Contact.',
    handle:
      '« {seen} » ressemble à votre nom sur un réseau. Qui le lit peut vous écrire sans passer par le contact : indiquez plutôt un contact à l’étape Contact.',
    messenger:
      '« {seen} » propose de vous écrire par une messagerie. Les moyens de vous joindre se choisissent à l’étape Contact, pas dans le texte.',
    social_bypass:
      '« {seen} » indique où trouver vos coordonnées ailleurs. Ce texte est public : votre contact va à l’étape Contact, et seulement là.',
    address:
      '« {seen} » donne une adresse précise. Pour votre sécurité, l’annonce ne montre que la commune ; donnez l’adresse à la personne qui vous aura appelé.',
    qr: '« {seen} » parle d’un code à scanner, qui peut contenir vos coordonnées. Retirez-le ; votre contact va à l’étape Contact.',
    banned:
      '« {seen} » désigne quelque chose qui ne peut pas être vendu ici. Retirez-le ou ne publiez pas cette annonce.',
  },
  doubtful:
    '« {seen} » pourrait être un moyen de vous joindre. Si ce n’en est pas un, publiez : une personne de l’équipe regardera ce passage.',
  bannedReview: '« {seen} » est vendu sous conditions. Une personne de l’équipe regardera l’annonce avant sa parution.',
  category: {
    housingFree:
      'Le contact d’une annonce de logement ne peut pas être vendu ici : choisissez un contact gratuit pour les visiteurs.',
    housingRefused: 'Les annonces de logement ne sont pas acceptées ici.',
    housingFreeInFrance:
      'En France, vendre le contact d’un propriétaire relève de la loi Hoguet (marchand de listes). Cette annonce peut paraître si son contact est gratuit pour les visiteurs.',
    housingRefusedInFrance:
      'En France, vendre le contact d’un propriétaire relève de la loi Hoguet (marchand de listes). Ce site n’accepte pas les annonces de logement.',
    jobsFree:
      'Le contact d’une offre d’emploi ne peut pas être vendu ici : choisissez un contact gratuit pour les visiteurs.',
    jobsRefused: 'Les offres d’emploi ne sont pas acceptées ici.',
    jobsFreeInFrance:
      'En France, il est interdit de vendre des offres ou des demandes d’emploi (code du travail, L5331-1). Cette annonce peut paraître si son contact est gratuit pour les visiteurs.',
    jobsRefusedInFrance:
      'En France, il est interdit de vendre des offres ou des demandes d’emploi (code du travail, L5331-1). Ce site n’accepte pas ces annonces.',
    petsFree:
      'Le contact d’une annonce d’animal ne peut pas être vendu ici : choisissez un contact gratuit pour les visiteurs.',
    petsRefused: 'Les annonces d’animaux ne sont pas acceptées ici.',
    petsFreeInFrance:
      'En France, le contact d’une annonce d’animal de compagnie ne peut pas être vendu. Choisissez un contact gratuit pour les visiteurs.',
    petsRefusedInFrance:
      'En France, les animaux de compagnie ne peuvent être proposés en ligne que dans une rubrique contrôlée (code rural, L214-8). Ce site n’en a pas : l’annonce ne peut pas paraître.',
  },
}
