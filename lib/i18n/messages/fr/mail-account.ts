/** Mails about accounts; the greeting and the signature stand around each. */
export const mailAccount = {
  verifyEmail: {
    subject: 'Votre code pour {site} : {code}',
    body: 'Voici le code qui confirme votre adresse et ouvre votre compte :\n\n  {code}\n\nSaisissez-le sur la page restée ouverte. Il est valable {minutes, plural, one {une minute} other {# minutes}} et sert une fois.\n\nSur un autre appareil, ouvrez cette adresse et donnez le mot de passe que vous venez de choisir :\n{url}\n\nSi vous n’avez rien demandé, ignorez ce message : aucun compte n’est créé.',
  },
  alreadyMember: {
    subject: 'Vous avez déjà un compte sur {site}',
    body: 'Quelqu’un, sans doute vous, a voulu créer un compte avec cette adresse. Elle en a déjà un, et rien n’a changé.\n\nSe connecter : {signInUrl}\nMot de passe oublié : {resetUrl}\n\nSi ce n’était pas vous, vous n’avez rien à faire.',
  },
  signInCode: {
    subject: 'Votre code de connexion : {code}',
    body: 'Voici le code pour vous connecter :\n\n  {code}\n\nIl est valable {minutes, plural, one {une minute} other {# minutes}} et sert une fois, dans le navigateur qui l’a demandé. Personne de notre équipe ne vous le demandera.\n\nSi vous n’avez rien demandé, ignorez ce message : sans ce code, personne n’entre.',
  },
  resetPassword: {
    subject: 'Votre code pour changer de mot de passe : {code}',
    body: 'Voici le code pour choisir un nouveau mot de passe :\n\n  {code}\n\nIl est valable {minutes, plural, one {une minute} other {# minutes}} et sert une fois, sur la page qui l’a demandé.\n\nSi vous n’avez rien demandé, ignorez ce message : votre mot de passe ne change pas.',
  },
  passwordChanged: {
    subject: 'Votre mot de passe a changé',
    body: 'Le mot de passe de votre compte a été changé le {date}. Les autres appareils ont été déconnectés.\n\nSi ce n’était pas vous, choisissez-en un nouveau sans attendre : {resetUrl}',
  },
  changeEmail: {
    subject: 'Votre code pour confirmer cette adresse : {code}',
    body: 'Voici le code qui fait de cette adresse celle de votre compte :\n\n  {code}\n\nIl est valable {minutes, plural, one {une minute} other {# minutes}} et sert une fois.\n\nSi vous n’avez rien demandé, ignorez ce message : rien ne change.',
  },
  emailChanged: {
    subject: 'L’adresse de votre compte a changé',
    body: 'Depuis le {date}, votre compte a une autre adresse e-mail : {newEmail}. Celle-ci ne sert plus à vous connecter.\n\nSi ce n’était pas vous, écrivez-nous sans attendre en répondant à l’adresse des mentions légales : {contactUrl}',
  },
  secondFactorChanged: {
    subject: 'La sécurité de votre compte a changé',
    body: 'Le {date}, ce changement a été fait dans votre compte : {change}.\n\nSi ce n’était pas vous, changez votre mot de passe et vérifiez vos appareils : {securityUrl}',
  },
  accountErased: {
    subject: 'Votre compte est effacé',
    body: 'Comme vous l’avez demandé le {date}, votre compte est effacé : vos annonces sont retirées, leurs contacts détruits, vos appareils déconnectés.\n\nLa loi nous oblige à garder les écritures de paiement ; elles ne portent plus votre nom.\n\nC’est le dernier message que nous envoyons à cette adresse.',
  },
}
