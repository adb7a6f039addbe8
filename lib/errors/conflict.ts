/** Why a decision was no longer true when it was written. */
export type ConflictCode =
  | 'already_settled'
  | 'already_unlocked'
  | 'already_granted'
  | 'already_claimed'
  | 'already_recorded'
  | 'already_exists'
  | 'state_changed'
  | 'insufficient_balance'
  | 'voucher_spent'
  | 'cap_reached'
  | 'not_found'

/** The world changed between reading and committing; nothing was kept. The caller reads again and decides again. */
export class Conflict extends Error {
  readonly code: ConflictCode

  constructor(code: ConflictCode) {
    super(code)
    this.name = 'Conflict'
    this.code = code
  }
}

export function isConflict(error: unknown, code?: ConflictCode): error is Conflict {
  return (
    error instanceof Error && error.name === 'Conflict' && (code === undefined || (error as Conflict).code === code)
  )
}
