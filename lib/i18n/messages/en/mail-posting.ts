/** Mails about one's own ads; the greeting and the signature stand around each. */
export const mailPosting = {
  contactEmailCode: {
    subject: 'Your code to post the ad: {code}',
    body: 'Here is the code that verifies your address:\n\n  {code}\n\nEnter it on the page of your ad. It is valid for {minutes, plural, one {one minute} other {# minutes}} and works once.\n\nIf you asked for nothing, ignore this message: without this code nothing is published.',
  },
  adReceived: {
    subject: 'Your ad {ref} has arrived',
    body: 'Your ad “{title}” has the number {ref}. A person checks it before it appears, usually within {hours, plural, one {one hour} other {# hours}}.\n\nFollow it, change it, pause it:\n{url}',
  },
  editRefused: {
    subject: 'The changes to your ad {ref} were not accepted',
    body: 'The changes you sent for your ad “{title}” were not accepted. The ad stays as it was.\n\nThe reason, given by the person who read them:\n\n{reason}\n\nYou may correct your changes and send them again:\n{url}',
  },
  adExpires: {
    subject: 'Your ad {ref} expires {days, plural, one {tomorrow} other {in # days}}',
    body: 'Your ad “{title}” stays online until {date}.\n\nStill for sale? Renew it with one tap, at no cost; the days left are kept:\n{url}\n\nSold? Say so here, buyers will thank you:\n{manageUrl}',
  },
}
