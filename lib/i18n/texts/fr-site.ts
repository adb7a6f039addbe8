import type { TextPage } from './text-page.ts'

export const legalNotice: TextPage = {
  title: 'Mentions légales',
  lead: 'Qui publie ce site et comment nous écrire.',
  sections: [
    {
      id: 'hosting',
      title: 'Hébergement',
      blocks: ['Le site est hébergé par son éditeur, sur ses propres machines ou celles qu’il loue.'],
    },
    {
      id: 'report',
      title: 'Signaler une annonce',
      blocks: [
        'Écrivez à l’adresse ci-dessus en indiquant la référence de l’annonce (six signes, par exemple K7P204), ce que vous estimez illicite et pourquoi, votre nom et votre adresse. Vous recevrez un accusé de réception, puis une décision motivée et les voies de recours.',
        'C’est aussi le point de contact unique des autorités et des utilisateurs au sens du règlement européen sur les services numériques. Langues : français et anglais.',
      ],
    },
    {
      id: 'software',
      title: 'Logiciel',
      blocks: ['Ce site fonctionne avec Obole.'],
    },
  ],
}

export const privacy: TextPage = {
  title: 'Confidentialité',
  lead: 'Ce que nous gardons, pourquoi, et pendant combien de temps.',
  sections: [
    {
      id: 'reading',
      title: 'Quand vous lisez les annonces',
      blocks: [
        'Aucun compte, aucune mesure d’audience, aucun traceur publicitaire, aucune demande à un autre site. Les pages publiques sont les mêmes pour tous.',
      ],
    },
    {
      id: 'cookies',
      title: 'Cookies',
      blocks: [
        'Quatre au plus, tous nécessaires à ce que vous demandez ; aucun ne sert à vous suivre, et c’est pourquoi aucun bandeau ne s’affiche.',
        [
          '« obole_device », posé quand vous commencez un achat : il retrouve vos accès et votre solde.',
          '« theme », posé si vous choisissez clair ou sombre. Un an.',
          '« obole_session », si vous vous connectez. Jusqu’à la déconnexion.',
          '« obole_flash », quand un formulaire est à corriger : il garde votre saisie, chiffrée, cinq minutes.',
        ],
      ],
    },
    {
      id: 'paying',
      title: 'Quand vous payez',
      blocks: [
        'Nous gardons le montant, le moyen, la date, la référence de l’opérateur ou du prestataire, le texte de votre accord et une empreinte de votre adresse réseau. Le numéro de carte ne nous parvient jamais. D’une carte que vous enregistrez, nous gardons la marque, les quatre derniers chiffres et l’échéance, jusqu’à ce que vous la fassiez oublier. Le message de votre opérateur, avec le numéro qui a payé, est gardé comme pièce comptable.',
        'Base légale : le contrat, puis l’obligation de tenir une comptabilité (dix ans).',
      ],
    },
    {
      id: 'advertisers',
      title: 'Le contact des annonceurs',
      blocks: [
        'Il est chiffré, absent des pages, de la recherche et des flux, et montré seulement à qui l’a acheté. Chaque affichage est enregistré.',
      ],
    },
    {
      id: 'rights',
      title: 'Vos droits',
      blocks: [
        'Vous pouvez demander l’accès à vos données, leur rectification, leur effacement, la limitation de leur traitement et leur portabilité, à l’adresse des mentions légales. Vous pouvez aussi saisir l’autorité de protection des données de votre pays, en France la CNIL.',
      ],
    },
  ],
}

export const accessibility: TextPage = {
  title: 'Accessibilité',
  lead: 'Ce site vise la conformité aux règles WCAG 2.2, niveau AA.',
  sections: [
    {
      id: 'state',
      title: 'État',
      blocks: [
        'Chaque page est vérifiée dans les deux thèmes et les deux langues par un outil automatique, et les parcours principaux au clavier seul. Chercher, lire une annonce et payer fonctionnent sans JavaScript. Un audit par un tiers n’a pas encore eu lieu.',
      ],
    },
    {
      id: 'means',
      title: 'Ce qui est prévu',
      blocks: [
        [
          'Un lien d’évitement, des régions nommées et un seul titre principal par page.',
          'Un contour de focus à deux tons, des cibles d’au moins 24 pixels et de 44 pixels au doigt.',
          'Le thème clair ou sombre au pied de page, et le respect des réglages de votre appareil : animations réduites, couleurs forcées, texte à 200 %.',
          'Des délais qui peuvent être prolongés sur les pages de paiement.',
        ],
      ],
    },
    {
      id: 'limits',
      title: 'Ce qui ne l’est pas',
      blocks: [
        'Les photos des annonceurs n’ont pas toujours de description. Un appel surtaxé suppose d’entendre un code : les autres moyens de paiement évitent cette étape.',
      ],
    },
    {
      id: 'contact',
      title: 'Signaler un obstacle',
      blocks: [
        'Écrivez à l’adresse des mentions légales en indiquant la page et ce qui vous a gêné. Sans réponse satisfaisante, vous pouvez saisir le Défenseur des droits.',
      ],
    },
  ],
}
