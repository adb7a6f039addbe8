export const moderation = {
  ground: {
    contact_in_text: {
      label: 'Contact dans l’annonce',
      basis:
        'Conditions d’utilisation, « Les annonces » : un contact écrit dans le titre, le texte ou une photo est retiré.',
      text: 'Votre annonce contient un moyen de vous joindre (numéro, adresse, lien ou nom sur un réseau). Retirez-le : le contact se donne uniquement à l’étape « Contact ».',
    },
    duplicate: {
      label: 'Annonce en double',
      basis: 'Conditions d’utilisation, « Les annonces » : les doublons sont refusés.',
      text: 'Cet objet est déjà proposé dans une autre annonce. Gardez une seule annonce par objet et modifiez-la au besoin.',
    },
    wrong_category: {
      label: 'Mauvaise rubrique',
      basis: 'Conditions d’utilisation, « Les annonces » : une annonce paraît dans la rubrique de son objet.',
      text: 'L’objet ne correspond pas à la rubrique choisie. Choisissez la bonne rubrique et renvoyez l’annonce.',
    },
    misleading: {
      label: 'Trompeuse ou incomplète',
      basis: 'Conditions d’utilisation, « Les annonces » : les contenus trompeurs sont refusés.',
      text: 'Le titre, le prix, les photos ou le texte ne donnent pas une idée exacte de l’objet. Corrigez ce point : ',
    },
    not_an_ad: {
      label: 'Pas une annonce',
      basis: 'Conditions d’utilisation, « Les annonces » : une annonce propose un objet ou un service précis.',
      text: 'Le texte ne propose pas d’objet ou de service précis.',
    },
    forbidden_goods: {
      label: 'Objet interdit à la vente',
      basis: 'Loi : la vente de cet objet entre particuliers est interdite ou réglementée.',
      text: 'La vente de cet objet est interdite ou réservée à des personnes autorisées. Règle concernée : ',
    },
    unsaleable_contact: {
      label: 'Contact qui ne se vend pas',
      basis:
        'Loi : l’accès à une offre d’emploi (Code du travail, L5331-1), à une liste de logements (loi n° 70-9) ou à la cession d’un animal ne peut pas être payant ici.',
      text: 'Le contact d’une offre d’emploi, d’un logement ou d’un animal ne peut pas être payant. Publiez l’annonce avec un contact gratuit, si la rubrique le permet.',
    },
    fraud: {
      label: 'Soupçon d’escroquerie',
      basis: 'Loi : Code pénal, article 313-1.',
      text: 'L’annonce présente les signes d’une tentative d’escroquerie : ',
    },
    rights_of_others: {
      label: 'Droits d’autrui',
      basis:
        'Loi : droits des personnes ou propriété intellectuelle (Code civil, article 9 ; Code de la propriété intellectuelle).',
      text: 'L’annonce porte atteinte aux droits d’une autre personne : ',
    },
  },
  basis: { law: 'loi', terms: 'conditions d’utilisation' },
  decision: {
    approve: 'acceptée',
    refuse: 'refusée',
    ask_change: 'à modifier',
    suspend: 'suspendue',
    restore: 'rétablie',
    keep: 'laissée comme elle était',
  },
  sentence: {
    approve: 'Votre annonce est acceptée.',
    refuse: 'Votre annonce n’est pas publiée.',
    ask_change: 'Votre annonce est retirée jusqu’à ce que vous la modifiiez.',
    suspend: 'Votre annonce est suspendue : elle n’est plus visible et son contact n’est plus vendu.',
    restore: 'La décision précédente est annulée : votre annonce a retrouvé l’état qu’elle avait.',
    keep: 'Vos modifications vous ont été renvoyées : votre annonce reste comme elle était.',
  },
  letter: {
    facts: 'Ce que nous avons constaté : {text}',
    basis: 'Ce sur quoi la décision se fonde : {text}',
    byNotice: 'La vérification fait suite à un signalement.',
    byScreening: 'Notre contrôle automatique a repéré un passage ; une personne a pris la décision.',
    byPerson: 'Une personne a pris la décision, sans moyen automatisé.',
    byMachine: 'La décision a été prise automatiquement.',
    scope: 'La décision vaut partout et sans limite de durée, jusqu’à ce qu’elle soit modifiée.',
    change: 'Pour que l’annonce paraisse, modifiez-la dans votre espace : elle sera vérifiée de nouveau.',
    appealGranted: 'Votre contestation est acceptée.',
    appealDenied: 'Votre contestation est rejetée et la décision est maintenue.',
  },
  page: {
    title: 'Décision sur l’annonce {ref}',
    lead: 'Cette page n’est connue que de vous : gardez son adresse pour suivre la contestation.',
    decided: 'Décision du {date}',
    why: 'Les raisons',
    undone: 'Cette décision a été annulée.',
    appeal: 'Contester',
    appealHint: 'Dites ce qui ne va pas dans cette décision. C’est gratuit, possible une fois et jusqu’au {date}.',
    appealText: 'Votre contestation',
    appealButton: 'Envoyer la contestation',
    appealSent: 'Contestation envoyée le {date}. Réponse au plus tard le {due}.',
    appealGranted: 'Contestation acceptée le {date}.',
    appealDenied: 'Contestation rejetée le {date}.',
    appealOver: 'Le délai pour contester cette décision est passé.',
    appealNone: 'Cette décision ne vous retire rien : il n’y a rien à contester.',
    further: 'Vous pouvez aussi saisir un organe de règlement extrajudiciaire des litiges certifié, ou le tribunal.',
  },
}
