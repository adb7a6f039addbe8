/** Mails about claims, withdrawals and whether ads still stand; the greeting and the signature stand around each. */
export const mailClaims = {
  claimReceived: {
    subject: 'Your complaint about ad {ref}',
    body: 'You told us that the contact of ad {ref}, “{title}”, was no good. We have noted it.\n\n{answer}\n\nWhere your complaint stands:\n{url}',
  },
  claimRefunded: {
    subject: 'Your complaint about ad {ref} is accepted',
    body: 'You told us that the contact of ad {ref}, “{title}”, was no good. We are giving you {amount} back.\n\n{answer}\n\nThe details, and where the refund stands:\n{url}',
  },
  claimRejected: {
    subject: 'Your complaint about ad {ref}',
    body: 'You told us that the contact of ad {ref}, “{title}”, was no good. We have not refunded this purchase, for this reason:\n\n{answer}\n\nIf you do not agree, write to us: the address is on this page.\n{url}',
  },
  claimAskSeller: {
    subject: 'Your ad {ref}: can you still be reached?',
    body: 'Somebody who bought your contact tells us that you cannot be reached about ad {ref}, “{title}”.\n\nTell us in one click whether the ad and your contact still stand:\n{url}\n\nWithout an answer within {hours, plural, one {one hour} other {# hours}} we refund that person, and your contact is no longer sold until you answer.',
  },
  confirmAds: {
    subject: '{count, plural, one {Does your ad still stand?} other {Do your # ads still stand?}}',
    body: '{count, plural, one {You have not confirmed this ad for a while} other {You have not confirmed these ads for a while}}. Buyers see when you last did, and choose fresh ads first.\n\n{list}\n\n{count, plural, one {Confirm the ad} other {Confirm all these ads at once}}:\n{url}',
  },
  withdrawalReceived: {
    subject: 'Acknowledgement of your withdrawal {ref}',
    body: 'We acknowledge receipt of your statement of withdrawal, confirmed on {date}. Keep this message.\n\nStatement:\n{statement}\n\nName: {name}\nReference: {ref}\n\nWhat follows:\n{answer}\n\nThis acknowledgement is also at this address, and can be printed:\n{url}',
  },
}
