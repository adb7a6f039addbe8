export const sms = {
  servicePaid: 'Paiement reçu pour l’annonce {ref}. {price} sur votre facture. Référence {code}',
  open: 'Accès ouvert, annonce {ref} : le contact est sur votre page. {price} sur votre facture. Pour le retrouver ailleurs, code {code}',
  openUnderstood:
    'Reçu « {received} », compris {as}. Accès ouvert : le contact est sur votre page. {price} sur votre facture. Code {code}',
  openLate:
    'Votre SMS est arrivé après le délai. L’accès à l’annonce {ref} est ouvert quand même. {price} sur votre facture. Code {code}',
  toppedUp:
    'Solde rechargé de {price}, sur votre facture. Votre page est à jour. Pour le retrouver ailleurs, code {code}',
  credited:
    '{price} reçus en plus : ils sont sur votre solde, vous pouvez en demander le remboursement. Code {code}. Aide : {help}',
  already: 'Ce SMS a déjà compté : l’accès à l’annonce {ref} est ouvert. Pour le retrouver ailleurs, code {code}',
  pending:
    'Annonce {ref} : ce message est facturé {price}. Une fois reçu, le contact s’affiche sur votre page. Sans abonnement.',
  failed:
    'L’opérateur n’a pas accepté l’achat. Vous n’êtes pas débité. La page propose d’autres moyens de payer. Aide : {help}',
  unknown: 'Code inconnu : vous n’êtes pas débité. Recopiez le code affiché sur la page de {site}. Aide : {help}',
  kept: 'Code inconnu. La somme reçue est conservée 30 jours : donnez le bon code à {help}',
  stop: 'STOP enregistré : ce numéro ne recevra plus de SMS de {site}. Aide : {help}',
  contact:
    '{publisher}. Service {site}, paiement à l’acte, sans abonnement. Aide : {help}. STOP pour ne plus rien recevoir.',
}
