export const home = {
  line: 'Listing is free. The number is for people who mean it.',
  intro:
    'Barn-find cars, motorcycles and tractors, with the parts and papers that go with them. Every ad can be read in full. You pay only for the contact you want, and only once.',
  title: 'Ads for classic vehicles and parts',
  categories: 'Categories',
  newest: 'Latest ads',
  seeAll: 'See all ads',
  how: 'How it works',
  step1: 'Read everything',
  step1Text: 'Photos, text and details are open to all. The price of the contact is written on every ad.',
  step2: 'Pay once',
  step2Text:
    'Text message, call, phone bill, voucher, card or balance. The exact amount is shown before any payment. No account needed.',
  step3: 'Call',
  step3Text: 'The number appears at once and stays yours. If it is wrong, you are refunded.',
  allPrices: 'See all prices',
  online: '{count, plural, one {# ad online} other {# ads online}}',
  costFrom: 'contact {price}',
  contactFree: 'contact free',
}
