/** Mails about accounts; the greeting and the signature stand around each. */
export const mailAccount = {
  verifyEmail: {
    subject: 'Your code for {site}: {code}',
    body: 'This code confirms your address and opens your account:\n\n  {code}\n\nType it on the page you left open. It is good for {minutes, plural, one {one minute} other {# minutes}} and works once.\n\nOn another device, open this address and give the password you have just chosen:\n{url}\n\nIf you asked for nothing, ignore this message: no account is created.',
  },
  alreadyMember: {
    subject: 'You already have an account on {site}',
    body: 'Somebody, probably you, tried to create an account with this address. It has one already, and nothing has changed.\n\nSign in: {signInUrl}\nForgotten password: {resetUrl}\n\nIf it was not you, there is nothing you need to do.',
  },
  signInCode: {
    subject: 'Your sign-in code: {code}',
    body: 'This is the code to sign in:\n\n  {code}\n\nIt is good for {minutes, plural, one {one minute} other {# minutes}} and works once, in the browser that asked for it. Nobody on our team will ever ask you for it.\n\nIf you asked for nothing, ignore this message: without this code nobody gets in.',
  },
  resetPassword: {
    subject: 'Your code to change your password: {code}',
    body: 'This is the code to choose a new password:\n\n  {code}\n\nIt is good for {minutes, plural, one {one minute} other {# minutes}} and works once, on the page that asked for it.\n\nIf you asked for nothing, ignore this message: your password does not change.',
  },
  passwordChanged: {
    subject: 'Your password has changed',
    body: 'The password of your account was changed on {date}. Other devices have been signed out.\n\nIf it was not you, choose a new one straight away: {resetUrl}',
  },
  changeEmail: {
    subject: 'Your code to confirm this address: {code}',
    body: 'This code makes this address the one of your account:\n\n  {code}\n\nIt is good for {minutes, plural, one {one minute} other {# minutes}} and works once.\n\nIf you asked for nothing, ignore this message: nothing changes.',
  },
  emailChanged: {
    subject: 'The address of your account has changed',
    body: 'Since {date} your account has another e-mail address: {newEmail}. This one no longer signs you in.\n\nIf it was not you, write to us straight away at the address of the legal notice: {contactUrl}',
  },
  secondFactorChanged: {
    subject: 'The security of your account has changed',
    body: 'On {date} this change was made in your account: {change}.\n\nIf it was not you, change your password and check your devices: {securityUrl}',
  },
  accountErased: {
    subject: 'Your account is erased',
    body: 'As you asked on {date}, your account is erased: your ads are taken down, their contacts destroyed, your devices signed out.\n\nThe law makes us keep payment records; they no longer carry your name.\n\nThis is the last message we send to this address.',
  },
}
