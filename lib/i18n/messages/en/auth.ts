export const auth = {
  title: 'Sign in',
  intro: 'For accounts of the team and of advertisers. Buying a contact needs no account.',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Sign in',
  wrong: 'The address or the password is not right.',
  tooMany: 'Too many tries. Try again in {minutes, plural, one {one minute} other {# minutes}}.',
  refused: 'The request could not be handled. Try again from this page.',
  alreadyIn: 'You are signed in as {name}.',
  goToPanel: 'Open the panel',
  demoHint: 'The address and the password of the demonstration are shown in the terminal that started it.',
}
