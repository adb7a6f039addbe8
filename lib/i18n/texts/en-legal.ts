import type { TextPage } from './text-page.ts'

export const cookies: TextPage = {
  title: 'Cookies',
  lead: 'What this site keeps in your browser: what is needed, and nothing to follow you.',
  sections: [
    {
      id: 'list',
      title: 'The whole list',
      blocks: [
        [
          '“obole_device”, set when you begin a purchase: it finds your contacts and your balance again.',
          '“obole_session”, if you sign in. Until you sign out.',
          '“obole_flash”, when a form needs correcting: it keeps what you typed, encrypted, for five minutes.',
          '“theme”, set if you choose light or dark. One year.',
        ],
        'None is read by another site, none measures audiences or serves advertising. They are needed for what you ask for: the law demands no consent, which is why no banner is shown.',
      ],
    },
    {
      id: 'refuse',
      title: 'Doing without',
      blocks: [
        'Reading ads needs no cookie. If your browser refuses them, keep the code on your receipt: it finds your contacts again from any device.',
      ],
    },
  ],
}

export const transparency: TextPage = {
  title: 'Transparency',
  lead: 'How ads are read, reported and taken down, and how to contest it.',
  sections: [
    {
      id: 'review',
      title: 'Review',
      blocks: [
        'A program looks for hidden contacts and banned words in ads. It may stop an ad; every contested decision is looked at by a person.',
      ],
    },
    {
      id: 'notices',
      title: 'Reports',
      blocks: [
        'Anybody may report an ad from its page, without an account. They get a receipt, then a decision with its reasons. The advertiser is given the reasons.',
      ],
    },
    {
      id: 'appeal',
      title: 'Appeals',
      blocks: [
        'Who reported and whose ad was taken down may each contest the decision once, through the link they were sent. Another person answers. Out-of-court settlement and the courts remain open.',
      ],
    },
    {
      id: 'ranking',
      title: 'Ranking',
      blocks: [
        'What decides the order of ads, and the better places that are paid for, are described on the page Ranking.',
      ],
    },
  ],
}
