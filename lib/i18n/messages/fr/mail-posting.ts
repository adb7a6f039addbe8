/** Mails about one's own ads; the greeting and the signature stand around each. */
export const mailPosting = {
  contactEmailCode: {
    subject: 'Votre code pour déposer l’annonce : {code}',
    body: 'Voici le code qui vérifie votre adresse :\n\n  {code}\n\nSaisissez-le sur la page de votre annonce. Il est valable {minutes, plural, one {une minute} other {# minutes}} et sert une fois.\n\nSi vous n’avez rien demandé, ignorez ce message : sans ce code, rien n’est publié.',
  },
  adReceived: {
    subject: 'Votre annonce {ref} est bien reçue',
    body: 'Votre annonce « {title} » porte le numéro {ref}. Une personne la vérifie avant sa parution, en général en {hours, plural, one {une heure} other {# heures}}.\n\nLa suivre, la modifier, la mettre en pause :\n{url}',
  },
  editRefused: {
    subject: 'Les modifications de votre annonce {ref} ne sont pas acceptées',
    body: 'Les modifications que vous avez envoyées pour votre annonce « {title} » ne sont pas acceptées. L’annonce reste telle qu’elle était.\n\nLa raison, donnée par la personne qui les a lues :\n\n{reason}\n\nVous pouvez corriger vos modifications et les renvoyer :\n{url}',
  },
  adExpires: {
    subject: 'Votre annonce {ref} expire {days, plural, one {demain} other {dans # jours}}',
    body: 'Votre annonce « {title} » reste en ligne jusqu’au {date}.\n\nToujours à vendre ? Renouvelez-la d’un geste, sans frais ; les jours restants sont gardés :\n{url}\n\nVendue ? Dites-le ici, les acheteurs vous en sauront gré :\n{manageUrl}',
  },
}
