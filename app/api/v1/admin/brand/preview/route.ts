import { isDomainError } from '../../../../../../lib/errors/domain-error.ts'
import { answerProblem } from '../../../../../../lib/http/answers.ts'
import { lookInput } from '../../../../../../lib/http/look-input.ts'
import { staffWith } from '../../../../../../lib/http/require-staff.ts'
import { lookPreviewCss } from '../../../../../../lib/settings/brand.ts'

const staff = staffWith('change_settings')

/** The style of a look that is only tried: it reaches the samples of the page that asks for it. */
export async function GET(request: Request): Promise<Response> {
  try {
    await staff(request)
    const look = lookInput.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    return new Response(look.success ? lookPreviewCss(look.data) : '', {
      headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'private, no-store' },
    })
  } catch (error) {
    if (isDomainError(error)) return answerProblem(error)
    throw error
  }
}
