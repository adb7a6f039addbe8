import { z } from 'zod'
import { command } from '../../../../../../../lib/http/command.ts'
import { staffWith } from '../../../../../../../lib/http/require-staff.ts'
import { explainStatementLine } from '../../../../../../../lib/statements/explain-statement-line.ts'
import { variances } from '../../../../../../../lib/statements/statement-types.ts'

/** Says why a line of a statement differs from our books. */
export const POST = command({
  actor: staffWith('change_providers'),
  input: z.object({
    id: z.string().max(60),
    line: z.string().max(60),
    variance: z.enum(variances),
    explanation: z.string().trim().min(3).max(300),
  }),
  limit: 'write',
  run: ({ id, line, variance, explanation }, { actor, now }) =>
    explainStatementLine(
      { statementId: id, lineId: line, variance, explanation },
      { actor: `member:${actor.id}`, now },
    ),
  respond: (_done, _context, { id, line }) => ({ location: `/admin/reconciliation/${id}`, json: { id, line } }),
})
