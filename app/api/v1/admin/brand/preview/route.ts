import { download } from '../../../../../../lib/http/download.ts'
import { lookInput } from '../../../../../../lib/http/look-input.ts'
import { staffWith } from '../../../../../../lib/http/require-staff.ts'
import { lookPreviewCss } from '../../../../../../lib/settings/brand.ts'

const staff = staffWith('change_settings')

/** The style of a look that is only tried: it reaches the samples of the page that asks for it. */
export const GET = download(async (request) => {
  await staff(request)
  const look = lookInput.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  return { body: look.success ? lookPreviewCss(look.data) : '', type: 'text/css; charset=utf-8' }
})
