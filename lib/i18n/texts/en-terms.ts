import type { TextPage } from './text-page.ts'

export const terms: TextPage = {
  title: 'Terms of use',
  lead: 'The rules of this site for those who read ads and those who publish them.',
  sections: [
    {
      id: 'service',
      title: 'The service',
      blocks: [
        'This site publishes ads by private people and businesses. It neither sells the things nor acts between the parties: the sale is made between advertiser and buyer, without commission.',
        'Reading ads is open to all and needs no account.',
      ],
    },
    {
      id: 'ads',
      title: 'Ads',
      blocks: [
        'Advertisers answer for what they publish. An ad describes a real thing or service, available, that its author has the right to sell, with photos of that thing and a contact that works.',
        [
          'Refused are: things that may not be sold, content that misleads, breaks the law or harms others, and duplicates.',
          'A contact written in the title, the text or a photo is removed: contacts go in the field meant for them.',
          'A thing that is sold is declared sold without delay.',
        ],
        'An ad is refused or removed with a reason, which its author may dispute through the contact given in the legal notice.',
      ],
    },
    {
      id: 'use',
      title: 'Use of contacts',
      blocks: [
        'A contact that was bought is for answering the ad. Selling it on, publishing it or using it for canvassing is forbidden and may close the access.',
        'Systematic copying of ads is not allowed; the Atom and JSON feeds are there for following what is new.',
      ],
    },
    {
      id: 'report',
      title: 'Reporting',
      blocks: [
        'Anybody may report an ad they believe to be unlawful or contrary to these terms, without an account, by the “Report this ad” link of the ad. A person examines every report; its author and the advertiser receive a reasoned decision and may appeal against it free of charge for six months.',
      ],
    },
    {
      id: 'changes',
      title: 'Changes and applicable law',
      blocks: [
        'These terms may change; the version online on the day of your visit applies. French law applies, without taking away the protections of the law of the country where you live.',
      ],
    },
  ],
}

export const saleTerms: TextPage = {
  title: 'Terms of sale',
  lead: 'They apply to buying a contact, adding to a balance, and vouchers.',
  sections: [
    {
      id: 'object',
      title: 'What is sold',
      blocks: [
        'Access to the contact of one ad, named by its reference: telephone, e-mail or both, as stated before the purchase. The access has no end as long as the site exists.',
        'A balance is an advance on future access; a voucher is a prepaid code for the same use.',
      ],
    },
    {
      id: 'price',
      title: 'Price',
      blocks: [
        'The price is shown before payment, all taxes included, with the network costs that a text or call adds to it. The price paid is the one that was shown, even if it changes later. All prices are on the Prices page.',
      ],
    },
    {
      id: 'order',
      title: 'Order',
      blocks: [
        'The purchase is made when you confirm with the button that bears the price, by sending the text, by the call, or by the confirmation your operator asks for. Each purchase is one payment: nothing renews.',
        'A receipt is available at once, with the amount, the tax, the means of payment and the exact words you agreed to.',
      ],
    },
    {
      id: 'delivery',
      title: 'Supply',
      blocks: [
        'The contact appears as soon as the payment is confirmed. A payment that arrives late opens the access. A payment made twice, or above the price, is put on your balance. An incomplete payment is kept and counts towards your next attempt.',
      ],
    },
    {
      id: 'withdrawal',
      title: 'Right of withdrawal',
      blocks: [
        'You have fourteen days from the purchase to withdraw without giving a reason. Since the access is digital content supplied at once, this right ends when you have asked for immediate access and acknowledged giving it up, before paying, by a box that you tick yourself.',
        'To use it, follow the link “Withdraw from a contract here” at the foot of every page. The refund follows within fourteen days.',
      ],
    },
    {
      id: 'conformity',
      title: 'Wrong contact: refund',
      blocks: [
        'A contact that does not reach the advertiser, or that of an ad already sold when you bought it, is refunded when you ask within fourteen days, without affecting the legal guarantee of conformity of digital content.',
      ],
    },
    {
      id: 'limits',
      title: 'Limits',
      blocks: [
        'Payments on an operator’s bill are limited to €50 a purchase and €300 a month. This site also applies limits per day and per month, which refuse a purchase before anything is charged.',
      ],
    },
    {
      id: 'disputes',
      title: 'Complaints and mediation',
      blocks: [
        'Please complain to the seller first, whose details are in the legal notice. Without a satisfactory answer within two months you may turn, free of charge, to the consumer mediator the seller names, or to the court that has jurisdiction.',
      ],
    },
  ],
}
