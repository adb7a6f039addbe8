/** Mails about decisions on ads, notices, appeals and the team; the greeting and the signature stand around each. */
export const mailModeration = {
  adApproved: {
    subject: 'Your ad {ref} is online',
    body: 'Your ad “{title}” has been checked and published. It is at this address:\n\n{url}',
  },
  adStopped: {
    subject: 'Your ad {ref} is {decision}: the reasons',
    body: 'Ad {ref}: {title}\n\n{sentence}\n\n{reasons}\n\nYou do not agree? Contest this decision free of charge until {date}:\n{url}\n\nYou may also turn to a certified out-of-court dispute settlement body, or to a court.',
  },
  adRestored: {
    subject: 'Your ad {ref}: decision withdrawn',
    body: 'Ad {ref}: {title}\n\nThe previous decision is withdrawn: your ad is as it was before. The decision can be read here:\n\n{url}',
  },
  noticeReceived: {
    subject: 'Your report of ad {ref}',
    body: 'We have received your report of ad {ref}. A person will examine it. You will have an answer by {date}.\n\nTo follow it:\n{url}',
  },
  noticeAnswered: {
    subject: 'Your report of ad {ref}: the answer',
    body: '{answer}\n\nA person took the decision.\n\nYou do not agree? Appeal against this answer free of charge until {date}:\n{url}\n\nYou may also turn to a certified out-of-court dispute settlement body, or to a court.',
  },
  noticeReopened: {
    subject: 'Your report of ad {ref} is being examined again',
    body: 'Our answer is withdrawn: your report is being examined again.\n\nTo follow it:\n{url}',
  },
  appealReceived: {
    subject: 'Your appeal is recorded (ad {ref})',
    body: 'We have received your appeal. Somebody other than the person who decided examines it, as soon as the team has more than one member. You will have an answer by {date}.\n\nTo follow it:\n{url}',
  },
  appealAnswered: {
    subject: 'Your appeal (ad {ref}): the answer',
    body: '{outcome}\n\nOur answer: {answer}\n\nYou may still turn to a certified out-of-court dispute settlement body, or to a court. The answer can be read here:\n\n{url}',
  },
  staffInvited: {
    subject: '{name} invites you to the team of {site}',
    body: '{name} invites you to join the team of {site}, with the role “{role}”.\n\nTo accept, open this address. It is valid for {days, plural, one {one day} other {# days}} and works once:\n{url}\n\nIf you were not expecting this, ignore this message.',
  },
}
