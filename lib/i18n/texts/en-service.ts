import type { TextPage } from './text-page.ts'

export const help: TextPage = {
  title: 'Help',
  lead: 'What you buy, how you pay, and what to do when something goes wrong.',
  sections: [
    {
      id: 'what',
      title: 'What you buy',
      blocks: [
        'Ads can be read in full and for nothing: text, photos, details, price and place. What is paid for is the advertiser’s contact: a telephone number, an e-mail address, or both, as the ad says.',
        'The price of the contact is written on every ad. Some contacts are free, and the ad says that too.',
        'A contact you have bought stays yours. You can look at it again without paying a second time, even once the ad is sold.',
      ],
    },
    {
      id: 'pay',
      title: 'Paying',
      blocks: [
        'Open an ad and choose “See the number”. The next page lists the ways to pay that work in your country, with the exact amount of each, the cost of the message or call included or stated beside it.',
        [
          'Premium text message: you send a word and a code, and the amount goes on your phone bill or comes off your credit.',
          'Premium call: a voice gives you a code to type on the page.',
          'Phone bill: your operator asks you to confirm.',
          'Voucher: you type the code printed on it. What is left goes to your balance.',
          'Balance: one tap, if you already have money on this site.',
          'Bank card or prepaid card.',
        ],
        'Each payment is made once. There is no subscription on this site, and no means of payment is kept to be charged later.',
      ],
    },
    {
      id: 'waiting',
      title: 'I paid and see nothing',
      blocks: [
        'Keep the payment page open, or come back to it: its address is that of your purchase and it updates itself. A text message may take a few minutes; if it arrives after the time shown, access opens all the same.',
        'If you paid twice for one contact, the second payment is put on your balance.',
      ],
    },
    {
      id: 'recover',
      title: 'Finding my contacts again',
      blocks: [
        'Your contacts belong to your device and are kept under “My access”. After a payment the page gives you a recovery code: write it down. It opens all your access again on another device.',
      ],
    },
    {
      id: 'wrong-number',
      title: 'The number is wrong',
      blocks: [
        'A number that does not exist, belongs to somebody else or never answers is refunded. Tell us from the contact’s page within fourteen days. The amount comes back to your balance at once, or by the means you paid with where that is possible and you ask for it.',
        'An ad that was already sold when you bought its contact is refunded in the same way.',
      ],
    },
    {
      id: 'withdraw',
      title: 'Withdrawing',
      blocks: [
        'You have fourteen days to withdraw from a purchase. Since the contact is given to you at once, we ask before you pay whether you want immediate access and give up that right; the box is never ticked beforehand. The link “Withdraw from a contract here”, at the foot of every page, is for an unused balance or voucher, and for any purchase whose access was not opened.',
      ],
    },
    {
      id: 'safety',
      title: 'Buying with care',
      blocks: [
        [
          'See the thing before you pay the seller, and check the papers of a vehicle.',
          'Never send a deposit by money order or prepaid card to a stranger.',
          'This site will never call you to ask for a code.',
        ],
      ],
    },
  ],
}

export const ranking: TextPage = {
  title: 'How ads are ranked',
  lead: 'What decides the order of the ads, and what does not.',
  sections: [
    {
      id: 'default',
      title: 'The usual order',
      blocks: [
        'Everywhere, ads stand from the newest to the oldest by their date of publication. The order is the same for every visitor.',
      ],
    },
    {
      id: 'other-orders',
      title: 'The other orders',
      blocks: [
        [
          'Closest to the words: ads with all the words in their title come first, then the others; in each group, the newest first.',
          'Price, low to high or high to low: the price of the thing, ads without a price last.',
        ],
        'You choose the order above the list.',
      ],
    },
    {
      id: 'found',
      title: 'What is found',
      blocks: [
        'The search reads the title, the text and the details. Accents and capitals make no difference. When a word finds nothing, the nearest spelling is tried and the page says so. The advertiser’s contact is never searched.',
      ],
    },
    {
      id: 'paid',
      title: 'Paid placement',
      blocks: [
        'An ad marked “Featured” or “Urgent” is so because its advertiser paid for the mark. The mark does not change the order of the list.',
      ],
    },
    {
      id: 'not-used',
      title: 'What does not count',
      blocks: [
        'Neither the price of the contact, nor what this site earns, nor what you looked at before has any part in the order. No profile of visitors is made.',
      ],
    },
  ],
}
