export const sms = {
  servicePaid: 'Payment received for ad {ref}. {price} on your bill. Reference {code}',
  open: 'Access open, ad {ref}: the contact is on your page. {price} on your bill. To find it again elsewhere, code {code}',
  openUnderstood:
    'Received "{received}", understood {as}. Access open: the contact is on your page. {price} on your bill. Code {code}',
  openLate: 'Your text arrived late. Access to ad {ref} is open anyway. {price} on your bill. Code {code}',
  toppedUp:
    'Balance topped up by {price}, on your bill. Your page is up to date. To find it again elsewhere, code {code}',
  credited: '{price} received on top: it is on your balance and you may ask for it back. Code {code}. Help: {help}',
  already: 'This text has counted already: access to ad {ref} is open. To find it again elsewhere, code {code}',
  pending:
    'Ad {ref}: this message is billed {price}. Once it arrives, the contact appears on your page. No subscription.',
  failed:
    'The operator did not accept the purchase. You are not charged. The page offers other ways to pay. Help: {help}',
  unknown: 'Unknown code: you are not charged. Copy the code shown on the page of {site}. Help: {help}',
  kept: 'Unknown code. The money received is kept for 30 days: give the right code to {help}',
  stop: 'STOP noted: this number will get no more texts from {site}. Help: {help}',
  contact: '{publisher}. Service {site}, one-off payments, no subscription. Help: {help}. STOP to get nothing more.',
}
