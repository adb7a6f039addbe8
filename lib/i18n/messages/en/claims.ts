export const claims = {
  show: {
    title: 'Contact bought, not shown yet',
    text: 'The contact is yours. It is shown when you press, and we keep the date of that first showing: it proves, to you and to us, since when you have had it.',
    button: 'Show the contact',
  },
}
