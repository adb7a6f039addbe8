export const sms = {
  accessOpen:
    'Accès ouvert, annonce {ref} : le contact est sur votre page. {price} sur votre facture. Pour le retrouver ailleurs, code {code}',
  late: 'Votre SMS est arrivé après le délai. L’accès à l’annonce {ref} est ouvert quand même. {price} sur votre facture. Code : {code}',
  duplicate:
    'Vous aviez déjà cet accès. Ces {price} sont sur votre solde, vous pouvez en demander le remboursement. Aide : {help}',
  toppedUp:
    'Solde rechargé : {price} de plus, sur votre facture. Votre page est à jour. Pour le retrouver ailleurs, code {code}',
  partial:
    'Reçu {price}, moins que le prix. La somme est sur votre solde et compte pour votre prochain achat. Aide : {help}',
  adUnavailable:
    'L’annonce {ref} n’est plus en ligne. Vos {price} sont sur votre solde, vous pouvez en demander le remboursement. Aide : {help}',
  pending: 'Annonce {ref} : ce message est facturé {price}. Dès sa réception, le contact s’affiche sur votre page.',
  pendingTopUp: 'Recharge : ce message est facturé {price}. Dès sa réception, votre solde est à jour.',
  understood: 'Reçu « {received} », compris {as}.',
  unknownFree:
    'Code inconnu dans « {text} ». Vous n’êtes pas débité. Recopiez le code affiché sur la page du site. Aide : {help}',
  unknownKept: 'Code inconnu dans « {text} ». Vos {price} sont conservés 30 jours : donnez le bon code à {help}',
  capReached:
    'Plafond de {cap} par mois atteint sur ce numéro. Vous n’êtes pas débité. Un autre moyen de payer est possible sur la page.',
  stopConfirmed: 'STOP enregistré : ce numéro ne recevra plus de SMS de {site}. Aide : {help}',
  stopped: 'Ce numéro a envoyé STOP à {site}. Vous n’êtes pas débité. Pour revenir sur ce choix : {help}',
  contact:
    '{publisher}, service {site}. {price} par SMS + prix d’un SMS, sans abonnement. Aide : {help}. STOP pour ne plus rien recevoir.',
}
