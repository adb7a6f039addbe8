/** Every way a request can be refused, with the HTTP status it is answered with. The list is closed on purpose. */
const statusOfRefusal = {
  invalid_input: 422,
  unsupported_media_type: 415,
  method_not_allowed: 405,
  payload_too_large: 413,
  foreign_origin: 403,
  not_signed_in: 401,
  forbidden: 403,
  reauthenticate: 403,
  last_factor: 409,
  passkey_refused: 422,
  not_found: 404,
  gone: 410,
  rate_limited: 429,
  idempotency_mismatch: 409,
  conflict: 409,
  ad_unavailable: 409,
  already_unlocked: 409,
  own_ad: 409,
  already_paid: 409,
  free_contact: 409,
  price_changed: 409,
  quote_expired: 409,
  quote_invalid: 422,
  cap_reached: 409,
  insufficient_balance: 402,
  voucher_refused: 422,
  code_refused: 422,
  waiver_required: 422,
  instrument_refused: 422,
  provider_unavailable: 503,
  money_closed: 503,
  contact_doubted: 409,
  claim_too_late: 409,
  claim_limit: 429,
  already_claimed: 409,
  nothing_to_refund: 409,
  refund_under_way: 409,
} as const satisfies Record<string, number>

export type Refusal = keyof typeof statusOfRefusal

/** A field of the input and the code of what is wrong with it; messages are looked up by locale when drawn. */
export type FieldProblem = Readonly<{ field: string; code: string; message?: string }>

/**
 * A refusal that ends the request. Outcomes that a screen shows are returned unions, never this; late or surplus
 * money is neither: it goes to suspense or to the wallet and the payer is told.
 */
export class DomainError extends Error {
  readonly code: Refusal
  readonly fields: readonly FieldProblem[]
  readonly retryAfterSeconds: number | undefined

  constructor(code: Refusal, detail?: { fields?: readonly FieldProblem[]; retryAfterSeconds?: number }) {
    super(code)
    this.name = 'DomainError'
    this.code = code
    this.fields = detail?.fields ?? []
    this.retryAfterSeconds = detail?.retryAfterSeconds
  }

  get status(): number {
    return statusOfRefusal[this.code]
  }
}

/** Next bundles a module more than once, so `instanceof` may fail between a route and the server around it. */
export function isDomainError(error: unknown): error is DomainError {
  return error instanceof Error && error.name === 'DomainError'
}
