/** Mails about decisions on ads, notices, appeals and the team; the greeting and the signature stand around each. */
export const mailModeration = {
  adApproved: {
    subject: 'Votre annonce {ref} est en ligne',
    body: 'Votre annonce « {title} » est vérifiée et publiée. Elle est visible à cette adresse :\n\n{url}',
  },
  adStopped: {
    subject: 'Votre annonce {ref} est {decision} : les raisons',
    body: 'Annonce {ref} : {title}\n\n{sentence}\n\n{reasons}\n\nVous n’êtes pas d’accord ? Contestez gratuitement cette décision jusqu’au {date} :\n{url}\n\nVous pouvez aussi saisir un organe de règlement extrajudiciaire des litiges certifié, ou le tribunal.',
  },
  adRestored: {
    subject: 'Votre annonce {ref} : décision annulée',
    body: 'Annonce {ref} : {title}\n\nLa décision précédente est annulée : votre annonce a retrouvé l’état qu’elle avait. La décision se relit ici :\n\n{url}',
  },
  noticeReceived: {
    subject: 'Votre signalement de l’annonce {ref}',
    body: 'Nous avons bien reçu votre signalement de l’annonce {ref}. Une personne va l’examiner. Réponse au plus tard le {date}.\n\nPour le suivre :\n{url}',
  },
  noticeAnswered: {
    subject: 'Votre signalement de l’annonce {ref} : la réponse',
    body: '{answer}\n\nUne personne a pris la décision.\n\nVous n’êtes pas d’accord ? Contestez gratuitement cette réponse jusqu’au {date} :\n{url}\n\nVous pouvez aussi saisir un organe de règlement extrajudiciaire des litiges certifié, ou le tribunal.',
  },
  noticeReopened: {
    subject: 'Votre signalement de l’annonce {ref} est examiné de nouveau',
    body: 'Notre réponse est annulée : votre signalement est examiné de nouveau.\n\nPour le suivre :\n{url}',
  },
  appealReceived: {
    subject: 'Votre contestation est enregistrée (annonce {ref})',
    body: 'Nous avons bien reçu votre contestation. Une autre personne que celle qui a décidé l’examine, dès que l’équipe compte plus d’une personne. Réponse au plus tard le {date}.\n\nPour la suivre :\n{url}',
  },
  appealAnswered: {
    subject: 'Votre contestation (annonce {ref}) : la réponse',
    body: '{outcome}\n\nNotre réponse : {answer}\n\nVous pouvez encore saisir un organe de règlement extrajudiciaire des litiges certifié, ou le tribunal. La réponse se relit ici :\n\n{url}',
  },
  staffInvited: {
    subject: '{name} vous invite dans l’équipe de {site}',
    body: '{name} vous invite à rejoindre l’équipe de {site}, avec le rôle « {role} ».\n\nPour accepter, ouvrez cette adresse. Elle est valable {days, plural, one {un jour} other {# jours}} et sert une fois :\n{url}\n\nSi vous n’attendiez rien, ignorez ce message.',
  },
}
