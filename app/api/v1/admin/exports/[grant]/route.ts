import { isDomainError } from '../../../../../../lib/errors/domain-error.ts'
import { answerProblem } from '../../../../../../lib/http/answers.ts'
import { staffWith } from '../../../../../../lib/http/require-staff.ts'
import { exportedLines } from '../../../../../../lib/reports/export-table.ts'
import { currentTime } from '../../../../../../lib/time/time.ts'

/** The file somebody on the staff asked for with `POST /api/v1/admin/exports`. */
export async function GET(request: Request, route: { params: Promise<{ grant: string }> }): Promise<Response> {
  try {
    const actor = await staffWith('see_panel')(request)
    const { grant } = await route.params
    const lines = exportedLines(grant, { actor, now: currentTime() })
    return new Response(streamOf(lines), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="obole-${new Date(currentTime()).toISOString().slice(0, 10)}.csv"`,
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    if (isDomainError(error)) return answerProblem(error)
    throw error
  }
}

function streamOf(lines: Generator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull(controller) {
      const { done, value } = lines.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
  })
}
