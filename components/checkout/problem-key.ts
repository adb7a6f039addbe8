type FieldProblem = Readonly<{ field: string; code: string }>

/** The message, under `checkout.problem`, that says what was wrong with a form. Runs in the browser too. */
export function problemKey(refusal: string, problem?: FieldProblem): string {
  if (problem?.code === 'mistyped') return problem.field === 'voucher' ? 'voucher_mistyped' : 'code_mistyped'
  const own = ['code_already_used', 'code_unanswered', 'call_too_short', 'not_a_number'].find(
    (code) => code === problem?.code,
  )
  if (own) return own
  if (refusal === 'invalid_input' && problem?.field === 'email') return 'email'
  return refusal
}
