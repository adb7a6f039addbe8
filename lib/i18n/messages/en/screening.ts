export const screening = {
  kind: {
    phone: 'Telephone number',
    spelled_phone: 'Number in words',
    email: 'E-mail address',
    link: 'Link or site',
    handle: 'Name on a network',
    messenger: 'Messenger',
    social_bypass: 'Pointer to another place',
    address: 'Exact address',
    qr: 'QR code',
    banned: 'Banned word',
  },
  find: {
    phone:
      '“{seen}” reads as a telephone number. The text of the ad is public: the number belongs in the contact step, where it stays hidden.',
    spelled_phone:
      '“{seen}” reads as a number written wholly or partly in words. The text is public: the number belongs in the contact step, where it stays hidden.',
    email:
      '“{seen}” reads as an e-mail address. The text of the ad is public: the address belongs in the contact step, where it stays hidden.',
    link: '“{seen}” leads to a site where your contact may be found. Take the link out; your contact belongs in the contact step.',
    handle:
      '“{seen}” looks like your name on a network. Whoever reads it can write to you without opening the contact: give a contact in the contact step instead.',
    messenger:
      '“{seen}” offers to write to you by a messenger. How to reach you is chosen in the contact step, not in the text.',
    social_bypass:
      '“{seen}” says where else your contact can be found. This text is public: your contact belongs in the contact step, and only there.',
    address:
      '“{seen}” gives an exact address. For your safety the ad shows the town only; tell the address to the person who has called you.',
    qr: '“{seen}” speaks of a code to scan, which may hold your contact. Take it out; your contact belongs in the contact step.',
    banned: '“{seen}” names something that may not be sold here. Take it out, or do not post this ad.',
  },
  doubtful:
    '“{seen}” might be a way to reach you. If it is not, go on and post: somebody on the team will look at this passage.',
  bannedReview: '“{seen}” may only be sold on conditions. Somebody on the team will look at the ad before it appears.',
  category: {
    housingFree: 'The contact of a housing ad may not be sold here: choose a contact that is free to visitors.',
    housingRefused: 'Housing ads are not accepted here.',
    housingFreeInFrance:
      'In France, selling an owner’s contact falls under the Hoguet law (“marchand de listes”). This ad may appear if its contact is free to visitors.',
    housingRefusedInFrance:
      'In France, selling an owner’s contact falls under the Hoguet law (“marchand de listes”). This site does not accept housing ads.',
    jobsFree: 'The contact of a job offer may not be sold here: choose a contact that is free to visitors.',
    jobsRefused: 'Job offers are not accepted here.',
    jobsFreeInFrance:
      'In France, job offers and applications may not be sold (labour code, L5331-1). This ad may appear if its contact is free to visitors.',
    jobsRefusedInFrance:
      'In France, job offers and applications may not be sold (labour code, L5331-1). This site does not accept such ads.',
    petsFree: 'The contact of a pet ad may not be sold here: choose a contact that is free to visitors.',
    petsRefused: 'Pet ads are not accepted here.',
    petsFreeInFrance: 'In France, the contact of a pet ad may not be sold. Choose a contact that is free to visitors.',
    petsRefusedInFrance:
      'In France, pets may be offered on line only in a checked section (rural code, L214-8). This site has none: the ad cannot appear.',
  },
}
