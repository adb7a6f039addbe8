import { z } from 'zod'
import { DomainError } from '../../../../../lib/errors/domain-error.ts'
import { command } from '../../../../../lib/http/command.ts'
import { monthInput } from '../../../../../lib/http/panel-input.ts'
import { staffWith } from '../../../../../lib/http/require-staff.ts'
import { importStatement } from '../../../../../lib/statements/import-statement.ts'

const column = z.string().max(80).default('')

/** Imports a provider's statement: a file, the month it is about, and which column means what. */
export const POST = command({
  actor: staffWith('change_providers'),
  input: z.object({
    account: z.string().max(60),
    month: monthInput,
    reference: column,
    gross: column,
    commission: column,
    net: column,
    date: column,
    kind: column,
  }),
  limit: 'upload',
  takesFiles: true,
  run: (input, { actor, files, now }) => {
    const [file] = files
    if (!file || file.bytes.length === 0) {
      throw new DomainError('invalid_input', { fields: [{ field: 'file', code: 'required' }] })
    }
    const { account: accountId, month, reference, gross, commission, net, date, kind } = input
    const optional = Object.fromEntries(Object.entries({ net, date, kind }).filter(([, name]) => name !== ''))
    const mapping = reference === '' ? undefined : { reference, gross, commission, ...optional }
    const statement = { accountId, month, fileName: file.name, bytes: file.bytes, mapping }
    return importStatement(statement, { actor: `member:${actor.id}`, now })
  },
  respond: ({ id, lines }) => ({ location: `/admin/reconciliation/${id}`, json: { id, lines }, status: 201 }),
})
