export const sms = {
  open: '{site} : acces ouvert, annonce {ref}. {price} + prix du SMS. Autre appareil : code {code}. CONTACT, STOP',
  openUnderstood:
    '{site} : recu « {received} », compris {as}. Acces ouvert, annonce {ref}. {price} + prix du SMS. Autre appareil : code {code}.',
  openLate:
    '{site} : SMS arrive apres le delai, acces ouvert quand meme, annonce {ref}. {price} + prix du SMS. Code {code}.',
  toppedUp: '{site} : {price} ajoutes a votre solde. Recu : code {code}.',
  credited: '{site} : {price} gardes sur votre solde, utilisables a tout moment. Recu : code {code}.',
  already: '{site} : deja paye, rien de plus ne vous est demande. Code {code}.',
  pending: '{site} : paiement de {price} en cours, la page se met a jour toute seule.',
  failed: '{site} : paiement refuse par votre operateur.',
  kept: '{site} : code inconnu. Votre paiement est garde : ecrivez a {help} avec ce SMS.',
  unknown: '{site} : code inconnu, vous n’etes pas debite. Envoyez le texte affiche sur la page.',
  stop: '{site} : STOP enregistre. Vous ne recevrez plus de message de notre part.',
  contact: '{site} : edite par {publisher}. Aide : {help}',
}
