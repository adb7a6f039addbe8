/** What the addresses of the interface are grouped by, in this order. */
export const apiTags = ['Ads', 'Posting', 'Purchases', 'Payer', 'Notices', 'Members', 'Account'] as const
export type ApiTag = (typeof apiTags)[number]
