import { z } from 'zod'
import { command } from '../../../../../../lib/http/command.ts'
import { staffWith } from '../../../../../../lib/http/require-staff.ts'
import { bookFormats, exportBooks } from '../../../../../../lib/reports/export-books.ts'
import { readDay } from '../../../../../../lib/reports/periods.ts'

const dayText = z.string().refine((text) => readDay(text) !== undefined)

/** Notes that the books are taken away, and leads to the file. */
export const POST = command({
  actor: staffWith('see_money'),
  input: z.object({ format: z.enum(bookFormats), begin: dayText, to: dayText }),
  limit: 'staff',
  run: ({ format, begin, to }, { actor, now }) => exportBooks({ format, from: begin, to }, { actor, now }),
  respond: (grant) => ({ location: `/api/v1/admin/books/exports/${grant}`, json: {} }),
})
