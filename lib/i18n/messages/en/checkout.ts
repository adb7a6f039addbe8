export const checkout = {
  rail: {
    wallet: 'Balance',
    voucher: 'Voucher',
    premium_sms: 'Text message',
    premium_call: 'Phone call',
    carrier_billing: 'Mobile bill',
    prepaid_card: 'Prepaid card',
    card: 'Bank card',
    lightning: 'Lightning',
  },
  consent: {
    what: 'You are buying access to the contact of ad {ref}, with no time limit.',
    topUp: 'You are adding to your balance. It is for this site only and does not expire.',
    once: 'You are charged {price} once, tax included. This is not a subscription.',
    textCost: 'Your network adds the price of an ordinary text message.',
    callCost: 'Your network adds the price of an ordinary call.',
    surplus: 'This method cannot bill the exact amount: {amount} goes to your balance.',
    refund: 'Wrong number or already sold: say so within 14 days and you are refunded.',
    payButton: 'Pay {price} and see the number',
    topUpButton: 'Pay {price} and top up the balance',
    waiver: 'I ask for access at once and give up my 14-day right of withdrawal for this contact.',
  },
}
