import type { TextPage } from './text-page.ts'

export const terms: TextPage = {
  title: 'Conditions d’utilisation',
  lead: 'Les règles de ce site pour qui lit les annonces et pour qui en publie.',
  sections: [
    {
      id: 'service',
      title: 'Le service',
      blocks: [
        'Ce site publie des annonces de particuliers et de professionnels. Il n’est ni vendeur ni intermédiaire des objets : la vente se conclut entre l’annonceur et l’acheteur, sans commission.',
        'Lire les annonces est libre et ne demande pas de compte.',
      ],
    },
    {
      id: 'ads',
      title: 'Les annonces',
      blocks: [
        'L’annonceur répond de ce qu’il publie. Une annonce décrit un objet ou un service réel, disponible, que son auteur a le droit de vendre, avec des photos de cet objet et un contact qui fonctionne.',
        [
          'Sont refusés : les objets interdits à la vente, les contenus trompeurs, illicites ou portant atteinte à autrui, les doublons.',
          'Un contact écrit dans le titre, le texte ou une photo est retiré : le contact se donne dans le champ prévu.',
          'Une annonce vendue est déclarée vendue sans tarder.',
        ],
        'Une annonce refusée ou retirée l’est avec un motif, que son auteur peut contester par le contact indiqué aux mentions légales.',
      ],
    },
    {
      id: 'use',
      title: 'L’usage des contacts',
      blocks: [
        'Un contact acheté sert à répondre à l’annonce. Le revendre, le publier ou s’en servir pour de la prospection est interdit et peut fermer l’accès.',
        'La copie systématique des annonces n’est pas permise ; les flux Atom et JSON sont là pour suivre les nouveautés.',
      ],
    },
    {
      id: 'report',
      title: 'Signaler',
      blocks: [
        'Toute personne peut signaler une annonce qu’elle estime illicite ou contraire à ces conditions, sans compte, par le lien « Signaler cette annonce » de l’annonce. Une personne examine chaque signalement ; son auteur et l’annonceur reçoivent une décision motivée et peuvent la contester gratuitement pendant six mois.',
      ],
    },
    {
      id: 'changes',
      title: 'Modifications et droit applicable',
      blocks: [
        'Ces conditions peuvent changer ; la version en ligne le jour de votre visite s’applique. Le droit français s’applique, sans vous priver des protections de la loi de votre pays de résidence.',
      ],
    },
  ],
}

export const saleTerms: TextPage = {
  title: 'Conditions de vente',
  lead: 'Elles s’appliquent à l’achat d’un contact, à la recharge du solde et aux bons.',
  sections: [
    {
      id: 'object',
      title: 'Ce qui est vendu',
      blocks: [
        'L’accès au contact d’une annonce désignée par sa référence : téléphone, e-mail ou les deux, tels qu’annoncés avant l’achat. Cet accès n’a pas de durée limitée tant que le site existe.',
        'Le solde est une avance à valoir sur de futurs accès ; un bon est un code prépayé de même usage.',
      ],
    },
    {
      id: 'price',
      title: 'Prix',
      blocks: [
        'Le prix est affiché toutes taxes comprises avant le paiement, avec les frais de réseau qui s’y ajoutent pour un SMS ou un appel. Le prix payé est celui qui était affiché, même s’il change ensuite. Tous les prix figurent à la page Tarifs.',
      ],
    },
    {
      id: 'order',
      title: 'Commande',
      blocks: [
        'L’achat est conclu quand vous confirmez par le bouton qui porte le prix, par l’envoi du SMS, par l’appel ou par la confirmation demandée par votre opérateur. Chaque achat est un paiement unique : rien n’est reconduit.',
        'Un reçu est disponible aussitôt, avec le montant, la taxe, le moyen de paiement et le texte exact de votre accord.',
      ],
    },
    {
      id: 'delivery',
      title: 'Fourniture',
      blocks: [
        'Le contact s’affiche dès que le paiement est confirmé. Un paiement qui arrive en retard ouvre l’accès. Un paiement en double ou supérieur au prix est porté sur votre solde. Un paiement incomplet est conservé et déduit de votre prochain essai.',
      ],
    },
    {
      id: 'withdrawal',
      title: 'Droit de rétractation',
      blocks: [
        'Vous disposez de quatorze jours à compter de l’achat pour vous rétracter sans motif. L’accès étant un contenu numérique fourni aussitôt, ce droit prend fin quand vous avez demandé l’accès immédiat et reconnu y renoncer, avant de payer, par une case que vous cochez vous-même.',
        'Pour l’exercer, utilisez le lien « Renoncer au contrat ici » au bas de chaque page. Le remboursement suit dans les quatorze jours.',
      ],
    },
    {
      id: 'conformity',
      title: 'Contact faux : remboursement',
      blocks: [
        'Un contact qui ne permet pas de joindre l’annonceur, ou celui d’une annonce déjà vendue lors de l’achat, est remboursé sur demande faite dans les quatorze jours, sans préjudice de la garantie légale de conformité des contenus numériques.',
      ],
    },
    {
      id: 'limits',
      title: 'Plafonds',
      blocks: [
        'Les paiements sur facture d’opérateur sont limités à 50 € par achat et 300 € par mois. Ce site applique en outre des plafonds par jour et par mois, qui refusent un achat avant tout débit.',
      ],
    },
    {
      id: 'disputes',
      title: 'Réclamations et médiation',
      blocks: [
        'Adressez d’abord votre réclamation au vendeur, dont les coordonnées figurent aux mentions légales. Faute de réponse satisfaisante sous deux mois, vous pouvez saisir gratuitement le médiateur de la consommation que le vendeur vous indique, ou le tribunal compétent.',
      ],
    },
  ],
}
