export const claims = {
  show: {
    title: 'Contact acheté, pas encore montré',
    text: 'Le contact est à vous. Il s’affiche quand vous appuyez, et nous gardons la date de ce premier affichage : elle prouve, à vous comme à nous, depuis quand vous l’avez.',
    button: 'Afficher le contact',
  },
}
