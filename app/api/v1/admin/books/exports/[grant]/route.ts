import { isDomainError } from '../../../../../../../lib/errors/domain-error.ts'
import { answerProblem } from '../../../../../../../lib/http/answers.ts'
import { staffWith } from '../../../../../../../lib/http/require-staff.ts'
import { exportedBooks } from '../../../../../../../lib/reports/export-books.ts'
import { currentTime } from '../../../../../../../lib/time/time.ts'

const staff = staffWith('see_money')

/** The file that a grant leads to. */
export async function GET(request: Request, { params }: { params: Promise<{ grant: string }> }): Promise<Response> {
  try {
    const { name, type, lines } = exportedBooks((await params).grant, {
      actor: await staff(request),
      now: currentTime(),
    })
    return new Response(streamOf(lines), {
      headers: {
        'content-type': type,
        'content-disposition': `attachment; filename="${name}"`,
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
