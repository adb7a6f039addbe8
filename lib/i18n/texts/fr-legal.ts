import type { TextPage } from './text-page.ts'

export const cookies: TextPage = {
  title: 'Cookies',
  lead: 'Ce que ce site garde dans votre navigateur : le nécessaire, et rien pour vous suivre.',
  sections: [
    {
      id: 'list',
      title: 'La liste complète',
      blocks: [
        [
          '« obole_device », posé quand vous commencez un achat : il retrouve vos accès et votre solde.',
          '« obole_session », si vous vous connectez. Jusqu’à la déconnexion.',
          '« obole_flash », quand un formulaire est à corriger : il garde votre saisie, chiffrée, cinq minutes.',
          '« theme », posé si vous choisissez clair ou sombre. Un an.',
        ],
        'Aucun n’est lu par un autre site, aucun ne sert à la mesure d’audience ni à la publicité. Ils sont indispensables à ce que vous demandez : la loi n’exige pas d’accord, et c’est pourquoi aucun bandeau ne s’affiche.',
      ],
    },
    {
      id: 'refuse',
      title: 'S’en passer',
      blocks: [
        'Lire les annonces ne demande aucun cookie. Si votre navigateur les refuse, gardez le code de votre reçu : il retrouve vos accès depuis n’importe quel appareil.',
      ],
    },
  ],
}

export const transparency: TextPage = {
  title: 'Transparence',
  lead: 'Comment les annonces sont relues, signalées et retirées, et comment le contester.',
  sections: [
    {
      id: 'review',
      title: 'La relecture',
      blocks: [
        'Un programme cherche dans les annonces les contacts cachés et les mots interdits. Il peut arrêter une annonce ; toute décision contestée est revue par une personne.',
      ],
    },
    {
      id: 'notices',
      title: 'Les signalements',
      blocks: [
        'Toute personne peut signaler une annonce depuis sa page, sans compte. Elle reçoit un accusé de réception, puis une décision motivée. L’annonceur reçoit les motifs.',
      ],
    },
    {
      id: 'appeal',
      title: 'La contestation',
      blocks: [
        'Celui qui a signalé et celui dont l’annonce est retirée peuvent contester la décision une fois, par le lien qu’ils ont reçu. Une autre personne répond. Le recours devant un organe de règlement extrajudiciaire ou un juge reste ouvert.',
      ],
    },
    {
      id: 'ranking',
      title: 'Le classement',
      blocks: ['Les critères de l’ordre des annonces et les mises en avant payées sont décrits à la page Classement.'],
    },
  ],
}
