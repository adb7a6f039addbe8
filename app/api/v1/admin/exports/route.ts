import { z } from 'zod'
import { command } from '../../../../../lib/http/command.ts'
import { staffWith } from '../../../../../lib/http/require-staff.ts'
import { exportTable } from '../../../../../lib/reports/export-table.ts'

/** Notes that rows of a table are taken away, and leads to the file. */
export const POST = command({
  actor: staffWith('see_panel'),
  input: z.object({ table: z.string().max(40), query: z.string().max(2000).default('') }),
  limit: 'staff',
  run: (wanted, { actor, now }) => exportTable(wanted, { actor, now }),
  respond: ({ grant }) => ({ location: `/api/v1/admin/exports/${grant}`, json: {} }),
})
