export const api = {
  title: 'Developers',
  description: 'The public interface of the site: search ads, buy a contact, follow a purchase.',
  intro:
    'The pages of the site use this interface; a program can do the same. Reads are public and the same for everybody. An ad never contains its contact.',
  document: 'The full description, as OpenAPI 3.1:',
  example: 'Example',
  errors: 'Errors',
  errorsText:
    'A refusal is an “application/problem+json” object (RFC 9457): “type” names the cause, “errors” the fields.',
  idempotency: 'Repeating safely',
  idempotencyText:
    'With the “Idempotency-Key” header the same request repeated gets the same answer, for ever, without the secrets that are shown only once. The same key with other content is refused (409).',
  cache: 'Freshness',
  cacheText:
    'Public reads may be kept for 30 seconds. An ad that was changed or sold is gone from here within a second.',
  parameters: 'Parameters',
  body: 'Content sent',
  answer: 'Answer',
  name: 'Name',
  where: 'Place',
  type: 'Type',
  meaning: 'Meaning',
  required: 'required',
  in: { path: 'path', query: 'query', header: 'header', cookie: 'cookie' },
  tag: {
    Ads: 'Ads',
    Posting: 'Posting',
    Purchases: 'Purchases',
    Payer: 'Payer',
    Notices: 'Notices and appeals',
    Members: 'Signing up and signing in',
    Account: 'Account',
  },
  schemas: 'Objects',
  noFields: 'No field.',
  facetCategory: 'Category',
  facetCost: 'Price of the contact',
}
