export const sms = {
  open: '{site}: access open, ad {ref}. {price} + cost of text. Other device: code {code}. CONTACT, STOP',
  openUnderstood:
    '{site}: received "{received}", read as {as}. Access open, ad {ref}. {price} + cost of text. Other device: code {code}.',
  openLate: '{site}: text arrived late, access is open anyway, ad {ref}. {price} + cost of text. Code {code}.',
  toppedUp: '{site}: {price} added to your balance. Receipt: code {code}.',
  credited: '{site}: {price} kept on your balance, to use at any time. Receipt: code {code}.',
  already: '{site}: already paid, nothing more is asked of you. Code {code}.',
  pending: '{site}: payment of {price} in progress, the page updates itself.',
  failed: '{site}: payment refused by your operator.',
  kept: '{site}: unknown code. Your payment is kept: write to {help} with this text.',
  unknown: '{site}: unknown code, you are not charged. Send the text shown on the page.',
  stop: '{site}: STOP noted. You will receive no more messages from us.',
  contact: '{site}: published by {publisher}. Help: {help}',
}
