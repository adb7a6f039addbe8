export const auth = {
  title: 'Connexion',
  intro: 'Pour les comptes de l’équipe et des annonceurs. Acheter un contact ne demande aucun compte.',
  email: 'Adresse e-mail',
  password: 'Mot de passe',
  submit: 'Se connecter',
  wrong: 'L’adresse ou le mot de passe n’est pas le bon.',
  tooMany: 'Trop d’essais. Réessayez dans {minutes, plural, one {une minute} other {# minutes}}.',
  refused: 'La demande n’a pas pu être traitée. Réessayez depuis cette page.',
  alreadyIn: 'Vous êtes connecté en tant que {name}.',
  goToPanel: 'Ouvrir la gestion',
  demoHint: 'L’adresse et le mot de passe de la démonstration sont affichés dans le terminal qui l’a lancée.',
}
