import type { TextPage } from './text-page.ts'

export const help: TextPage = {
  title: 'Aide',
  lead: 'Ce que vous achetez, comment vous payez, et que faire quand quelque chose ne va pas.',
  sections: [
    {
      id: 'what',
      title: 'Ce que vous achetez',
      blocks: [
        'Les annonces se lisent gratuitement et en entier : texte, photos, caractéristiques, prix et lieu. Ce qui se paie, c’est le contact de l’annonceur : son téléphone, son e-mail, ou les deux, selon ce que l’annonce indique.',
        'Le prix du contact est écrit sur chaque annonce. Certains contacts sont gratuits : l’annonce le dit aussi.',
        'Un contact acheté reste à vous. Vous pouvez le revoir sans payer une seconde fois, même quand l’annonce est vendue.',
      ],
    },
    {
      id: 'pay',
      title: 'Payer',
      blocks: [
        'Ouvrez une annonce et choisissez « Voir le numéro ». La page suivante liste les moyens utilisables dans votre pays, avec le montant exact que vous paierez pour chacun, coût du message ou de l’appel compris ou indiqué à part.',
        [
          'SMS surtaxé : vous envoyez un mot et un code, le montant est ajouté à votre facture mobile ou retiré de votre crédit.',
          'Appel surtaxé : une voix vous donne un code à saisir sur la page.',
          'Facture mobile : votre opérateur vous demande de confirmer.',
          'Bon : vous saisissez le code imprimé sur le bon. Ce qui reste va sur votre solde.',
          'Solde : un seul geste, si vous avez déjà de l’argent sur ce site.',
          'Carte bancaire ou carte prépayée.',
        ],
        'Chaque paiement est unique. Il n’existe pas d’abonnement sur ce site, et aucun moyen de paiement n’est enregistré pour être débité plus tard.',
      ],
    },
    {
      id: 'waiting',
      title: 'J’ai payé et je ne vois rien',
      blocks: [
        'Gardez la page de paiement ouverte, ou revenez-y : son adresse est celle de votre achat et elle se met à jour. Un SMS peut prendre quelques minutes ; s’il arrive après le délai affiché, l’accès s’ouvre quand même.',
        'Si vous avez payé deux fois le même contact, le second paiement est porté sur votre solde.',
      ],
    },
    {
      id: 'recover',
      title: 'Retrouver mes contacts',
      blocks: [
        'Vos contacts sont liés à votre appareil et rangés dans « Mes accès ». Après un paiement, la page vous donne un code de récupération : notez-le. Il rouvre tous vos accès sur un autre appareil.',
      ],
    },
    {
      id: 'wrong-number',
      title: 'Le numéro est faux',
      blocks: [
        'Un numéro qui n’existe pas, qui appartient à quelqu’un d’autre ou qui ne répond jamais est remboursé. Dites-le depuis la page du contact, dans les quatorze jours. Le montant revient aussitôt sur votre solde, ou par le moyen de paiement d’origine quand il le permet et que vous le demandez.',
        'Une annonce déjà vendue au moment de votre achat est remboursée de la même façon.',
      ],
    },
    {
      id: 'withdraw',
      title: 'Se rétracter',
      blocks: [
        'Vous avez quatorze jours pour renoncer à un achat. Comme le contact vous est donné tout de suite, nous vous demandons avant de payer si vous voulez l’accès immédiat et si vous renoncez à ce droit ; la case n’est jamais cochée d’avance. Le lien « Renoncer au contrat ici », au bas de chaque page, sert pour un solde ou un bon non utilisé, et pour tout achat dont l’accès n’a pas été ouvert.',
      ],
    },
    {
      id: 'safety',
      title: 'Acheter prudemment',
      blocks: [
        [
          'Voyez l’objet avant de payer le vendeur, et vérifiez les papiers d’un véhicule.',
          'N’envoyez jamais d’acompte par mandat ou carte prépayée à un inconnu.',
          'Ce site ne vous appellera jamais pour vous demander un code.',
        ],
      ],
    },
  ],
}

export const ranking: TextPage = {
  title: 'Comment les annonces sont classées',
  lead: 'Ce qui décide de l’ordre des annonces, et ce qui n’en décide pas.',
  sections: [
    {
      id: 'default',
      title: 'L’ordre habituel',
      blocks: [
        'Partout, les annonces sont rangées de la plus récente à la plus ancienne, selon leur date de publication. Cet ordre est le même pour tous les visiteurs.',
      ],
    },
    {
      id: 'other-orders',
      title: 'Les autres ordres',
      blocks: [
        [
          'Les plus proches des mots : les annonces dont le titre contient tous les mots cherchés viennent d’abord, puis les autres ; dans chaque groupe, les plus récentes en premier.',
          'Prix croissant ou décroissant : le prix de l’objet, les annonces sans prix à la fin.',
        ],
        'Vous choisissez l’ordre au-dessus de la liste.',
      ],
    },
    {
      id: 'found',
      title: 'Ce qui est trouvé',
      blocks: [
        'La recherche lit le titre, le texte et les caractéristiques. Les accents et les majuscules ne comptent pas. Quand un mot ne donne rien, l’orthographe la plus proche est essayée et la page le dit. Le contact de l’annonceur n’est jamais cherché.',
      ],
    },
    {
      id: 'paid',
      title: 'Les mises en avant',
      blocks: [
        'Une annonce marquée « À la une » ou « Urgent » l’est parce que son annonceur a payé cette mention. La mention ne change pas l’ordre de la liste.',
      ],
    },
    {
      id: 'not-used',
      title: 'Ce qui ne compte pas',
      blocks: [
        'Ni le prix du contact, ni ce que ce site gagne, ni ce que vous avez consulté auparavant n’influent sur l’ordre. Aucun profil de visiteur n’est établi.',
      ],
    },
  ],
}
