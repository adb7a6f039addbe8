/** What the site knows of a person in one table: how it is read for her, and what becomes of it when she is forgotten. */
export type PersonalTable = Readonly<{
  /** Rows about her; `@memberId`, and `@email` folded. Secrets and other people's data are left out. */
  select: string
  /** Statements with the same names, run in the order of this map, or why nothing is taken away. */
  erase: readonly string[] | Readonly<{ kept: string }>
}>

const hers = '(select id from payers where member_id = @memberId)'
const bought = `(select id from purchases where payer_id in ${hers})`
const advertised = '(select id from advertisers where member_id = @memberId)'
const posted = `(select id from ads where advertiser_id in ${advertised})`
const books = { kept: 'Payment records are kept ten years (French commercial code, L123-22); they name no person.' }
const proof = { kept: 'What was agreed to is kept as evidence; it names no person once the account is erased.' }

/**
 * Every table with something about a member, in the order erasing needs. A table that has a column naming a member, a
 * payer or an address and stands neither here nor in {@link impersonalTables} fails a test.
 */
export const personalTables: Readonly<Record<string, PersonalTable>> = {
  members: {
    select: `select id, email, display_name, staff_role, locale, created_at, email_verified_at,
      totp_confirmed_at from members where id = @memberId`,
    erase: { kept: 'The row stays for the books, without name or address: emptied by its own statement.' },
  },
  sessions: {
    select: 'select device, created_at, seen_at, expires_at, revoked_at from sessions where member_id = @memberId',
    erase: ['delete from sessions where member_id = @memberId'],
  },
  passkeys: {
    select: 'select label, created_at, used_at from passkeys where member_id = @memberId',
    erase: ['delete from passkeys where member_id = @memberId'],
  },
  backup_codes: {
    select: 'select created_at, used_at from backup_codes where member_id = @memberId',
    erase: ['delete from backup_codes where member_id = @memberId'],
  },
  one_time_tokens: {
    select: `select purpose, created_at, expires_at, used_at from one_time_tokens
      where subject = @memberId or data ->> 'memberId' = @memberId`,
    erase: ["delete from one_time_tokens where subject = @memberId or data ->> 'memberId' = @memberId"],
  },
  verified_phones: {
    select: 'select verified_at from verified_phones where member_id = @memberId',
    erase: ['delete from verified_phones where member_id = @memberId'],
  },
  saved_views: {
    select: 'select page, label, query, created_at from saved_views where member_id = @memberId',
    erase: ['delete from saved_views where member_id = @memberId'],
  },
  draft_photos: {
    select: `select draft_id, position, hash, alt, created_at from draft_photos
      where draft_id in (select id from ad_drafts where member_id = @memberId)`,
    erase: ['delete from draft_photos where draft_id in (select id from ad_drafts where member_id = @memberId)'],
  },
  ad_drafts: {
    select: 'select id, ad_id, locale, details, created_at, updated_at from ad_drafts where member_id = @memberId',
    erase: ['delete from ad_drafts where member_id = @memberId'],
  },
  ads: {
    select: `select ref, status, price_minor, currency, fields, published_at, expires_at from ads
      where advertiser_id in ${advertised}`,
    erase: { kept: 'Taken down by its own steps; the bare record explains purchases.' },
  },
  ad_texts: {
    select: `select ad_id, locale, title, body from ad_texts where ad_id in ${posted}`,
    erase: [`update ad_texts set body = '' where ad_id in ${posted}`],
  },
  photos: {
    select: `select ad_id, position, hash, alt_fr, alt_en from photos where ad_id in ${posted}`,
    erase: [`delete from photos where ad_id in ${posted}`],
  },
  ad_boosts: { select: `select ad_id, kind, starts_at, ends_at from ad_boosts where ad_id in ${posted}`, erase: books },
  sale_consents: {
    select: 'select ad_id, text, locale, at from sale_consents where member_id = @memberId',
    erase: proof,
  },
  decisions: {
    select: `select ad_id, kind, ground_key, explanation, is_automated, at from decisions where ad_id in ${posted}`,
    erase: { kept: 'Decisions about ads are kept for the transparency register; they name no person.' },
  },
  advertisers: {
    select:
      'select handle, public_name, is_professional, business_id, created_at from advertisers where member_id = @memberId',
    erase: [
      `update advertisers set public_name = '', handle = 'erased-' || id, business_id = null where member_id = @memberId`,
    ],
  },
  payers: { select: 'select id, created_at from payers where member_id = @memberId', erase: books },
  device_payers: {
    select: `select payer_id, is_own, linked_at from device_payers where payer_id in ${hers}`,
    erase: [`delete from device_payers where payer_id in ${hers}`],
  },
  payer_emails: {
    select: `select email, added_at from payer_emails where payer_id in ${hers}`,
    erase: [`delete from payer_emails where payer_id in ${hers}`],
  },
  saved_instruments: {
    select: `select label, expires_at, created_at from saved_instruments where payer_id in ${hers} and revoked_at is null`,
    // The rows go once the companies have given the cards up; until then nothing of them can be read or used.
    erase: [
      `update saved_instruments set revoked_at = coalesce(revoked_at, @now), label = '', expires_at = null
      where payer_id in ${hers}`,
    ],
  },
  wallets: {
    select: `select currency, balance_minor, created_at from wallets where payer_id in ${hers}`,
    erase: books,
  },
  ledger_entries: {
    select: `select t.kind, t.at, -e.amount_minor as amount_minor, e.currency from ledger_entries e
      join ledger_transactions t on t.id = e.transaction_id
      where e.account in (select 'wallet:' || id from wallets where payer_id in ${hers})`,
    erase: books,
  },
  quotes: {
    select: `select kind, ad_id, currency, price_minor, created_at from quotes where payer_id in ${hers}`,
    erase: books,
  },
  purchases: {
    select: `select id, kind, ad_id, state, currency, price_minor, paid_minor, refunded_minor, created_at, settled_at
      from purchases where payer_id in ${hers}`,
    erase: books,
  },
  charges: {
    select: `select purchase_id, rail, state, currency, billed_minor, paid_minor, created_at from charges
      where purchase_id in ${bought}`,
    erase: books,
  },
  consent_receipts: {
    select: `select purchase_id, button_text, shown_texts, waiver_text, at from consent_receipts where purchase_id in ${bought}`,
    erase: proof,
  },
  receipts: {
    select: `select number, purchase_id, issued_at from receipts where purchase_id in ${bought}`,
    erase: books,
  },
  refunds: {
    select: `select purchase_id, amount_minor, destination, reason, at from refunds where purchase_id in ${bought}`,
    erase: books,
  },
  refund_requests: {
    select: `select purchase_id, amount_minor, state, created_at from refund_requests where purchase_id in ${bought}`,
    erase: books,
  },
  redemptions: {
    select: `select amount_minor, at from redemptions where payer_id in ${hers}`,
    erase: books,
  },
  unlocks: {
    select: `select ad_id, granted_at, revoked_at from unlocks where payer_id in ${hers}`,
    erase: [`update unlocks set revoked_at = coalesce(revoked_at, @now) where payer_id in ${hers}`],
  },
  reveals: {
    select: `select unlock_id, at from reveals where unlock_id in (select id from unlocks where payer_id in ${hers})`,
    erase: proof,
  },
  claims: {
    select: `select ad_id, reason, detail, state, answer, created_at from claims where payer_id in ${hers}`,
    erase: [`update claims set detail = null where payer_id in ${hers}`],
  },
  withdrawals: {
    select: `select ref, name, email, statement, outcome, answer, confirmed_at from withdrawals where purchase_id in ${bought}`,
    erase: { kept: 'A withdrawal is a legal statement; it is kept as it was made.' },
  },
  notices: {
    select: `select ref, ad_id, reason_key, explanation, reporter_name, reporter_email, state, answer, created_at
      from notices where lower(reporter_email) = @email`,
    erase: ['update notices set reporter_name = null, reporter_email = null where lower(reporter_email) = @email'],
  },
  outbox_mails: {
    select: 'select subject, text, created_at, sent_at from outbox_mails where lower(recipient) = @email',
    erase: ['delete from outbox_mails where lower(recipient) = @email'],
  },
  audit_log: {
    select: `select at, action, detail from audit_log where actor = 'member:' || @memberId`,
    erase: { kept: 'The log is append-only; it knows people by an id that leads nowhere once the account is erased.' },
  },
}

/** Tables with such a column that hold nothing about a member, and why. */
export const impersonalTables: Readonly<Record<string, string>> = {
  ledger_transactions: 'Names a purchase; read through the entries.',
  provider_calls: 'What we asked providers; kept for disputes, named by charge alone.',
  refund_attempts: 'How money went back; named by purchase alone.',
  resellers: 'Companies the operator works with.',
}
