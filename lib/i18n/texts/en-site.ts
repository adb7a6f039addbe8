import type { TextPage } from './text-page.ts'

export const legalNotice: TextPage = {
  title: 'Legal notice',
  lead: 'Who publishes this site and how to write to us.',
  sections: [
    {
      id: 'hosting',
      title: 'Hosting',
      blocks: ['The site is hosted by its publisher, on machines of its own or ones it rents.'],
    },
    {
      id: 'report',
      title: 'Reporting an ad',
      blocks: [
        'Write to the address above with the reference of the ad (six characters, for example K7P204), what you believe to be unlawful and why, your name and your address. You will receive an acknowledgement, then a reasoned decision and the ways to appeal.',
        'This is also the single point of contact for authorities and users under the European Digital Services Act. Languages: French and English.',
      ],
    },
    {
      id: 'software',
      title: 'Software',
      blocks: ['This site runs on Obole.'],
    },
  ],
}

export const privacy: TextPage = {
  title: 'Privacy',
  lead: 'What we keep, why, and for how long.',
  sections: [
    {
      id: 'reading',
      title: 'When you read ads',
      blocks: [
        'No account, no audience measurement, no advertising tracker, no request to any other site. Public pages are the same for everybody.',
      ],
    },
    {
      id: 'cookies',
      title: 'Cookies',
      blocks: [
        'Four at most, all needed for what you ask; none is used to follow you, which is why no banner appears.',
        [
          '“obole_device”, set when you begin a purchase: it finds your access and your balance again.',
          '“theme”, set if you choose light or dark. One year.',
          '“obole_session”, if you sign in. Until you sign out.',
          '“obole_flash”, when a form needs correcting: it keeps what you typed, encrypted, for five minutes.',
        ],
      ],
    },
    {
      id: 'paying',
      title: 'When you pay',
      blocks: [
        'We keep the amount, the means, the date, the reference of the operator or payment company, the words you agreed to and a fingerprint of your network address. Card numbers never reach us. Of a card you save we keep the brand, the last four digits and the expiry date, until you have it forgotten. The message from your operator, with the number that paid, is kept as an accounting record.',
        'Legal basis: the contract, then the duty to keep accounts (ten years).',
      ],
    },
    {
      id: 'advertisers',
      title: 'Advertisers’ contacts',
      blocks: [
        'They are encrypted, absent from pages, search and feeds, and shown only to those who bought them. Each showing is recorded.',
      ],
    },
    {
      id: 'rights',
      title: 'Your rights',
      blocks: [
        'You may ask for access to your data, its correction, its erasure, restriction of its processing and its portability, at the address in the legal notice. You may also turn to the data protection authority of your country, in France the CNIL.',
      ],
    },
  ],
}

export const accessibility: TextPage = {
  title: 'Accessibility',
  lead: 'This site aims to conform to WCAG 2.2, level AA.',
  sections: [
    {
      id: 'state',
      title: 'Status',
      blocks: [
        'Every page is checked in both themes and both languages by an automatic tool, and the main journeys with the keyboard alone. Searching, reading an ad and paying work without JavaScript. No third party has audited the site yet.',
      ],
    },
    {
      id: 'means',
      title: 'What is provided',
      blocks: [
        [
          'A skip link, named regions and a single main heading on each page.',
          'A two-tone focus ring, targets of at least 24 pixels and of 44 pixels for fingers.',
          'A light or dark theme at the foot of the page, and respect for the settings of your device: reduced motion, forced colours, text at 200%.',
          'Time limits that can be extended on the payment pages.',
        ],
      ],
    },
    {
      id: 'limits',
      title: 'What is not',
      blocks: [
        'Advertisers’ photos do not always have a description. A premium call means hearing a code: the other ways to pay avoid that step.',
      ],
    },
    {
      id: 'contact',
      title: 'Reporting an obstacle',
      blocks: [
        'Write to the address in the legal notice with the page and what stood in your way. Without a satisfactory answer you may turn to the body that enforces equality law in your country.',
      ],
    },
  ],
}
