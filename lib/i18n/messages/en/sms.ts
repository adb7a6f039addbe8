export const sms = {
  accessOpen:
    'Access open, ad {ref}: the contact is on your page. {price} on your bill. To find it again elsewhere, code {code}',
  late: 'Your text arrived late. Access to ad {ref} is open anyway. {price} on your bill. Code: {code}',
  duplicate: 'You already had this access. This {price} is on your balance; you may ask for it back. Help: {help}',
  toppedUp:
    'Balance topped up: {price} more, on your bill. Your page is up to date. To find it again elsewhere, code {code}',
  partial:
    'Received {price}, less than the price. It is on your balance and counts towards your next purchase. Help: {help}',
  adUnavailable: 'Ad {ref} is no longer online. Your {price} is on your balance; you may ask for it back. Help: {help}',
  pending: 'Ad {ref}: this message is billed {price}. Once it arrives, the contact appears on your page.',
  pendingTopUp: 'Top-up: this message is billed {price}. Once it arrives, your balance is up to date.',
  understood: 'Received "{received}", understood {as}.',
  unknownFree: 'Unknown code in "{text}". You are not charged. Copy the code shown on the site’s page. Help: {help}',
  unknownKept: 'Unknown code in "{text}". Your {price} is kept for 30 days: give the right code to {help}',
  capReached:
    'The limit of {cap} a month is reached on this number. You are not charged. The page offers other ways to pay.',
  stopConfirmed: 'STOP noted: this number will get no more texts from {site}. Help: {help}',
  stopped: 'This number sent STOP to {site}. You are not charged. To change your mind: {help}',
  contact:
    '{publisher}, service {site}. {price} per text plus the network’s price, no subscription. Help: {help}. STOP to get nothing more.',
}
